import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isPublicAddress } from './public-address.ts';

/** Who knows the addresses of a name; the machine's own resolver, unless a test answers. */
export type ResolveHost = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Which addresses may be connected to, and who tells them; tests reach their own server with it. */
export interface ConnectionRules {
  mayConnect?: ((address: string) => boolean) | undefined;
  resolveHost?: ResolveHost | undefined;
}

/** A customer gave an address that does not lie in the public internet. */
export class AddressRefused extends Error {
  constructor(host: string) {
    super(`${host} is not an address of the public internet.`);
    this.name = 'AddressRefused';
  }
}

const MostHeaderBytes = 16 * 1024;

/**
 * Connections to addresses that customers gave: every address of a name is checked where the connection is made, so
 * that no name can resolve to something else in between. Literal addresses are not looked up: check them before.
 */
export function checkedAgent({
  mayConnect = isPublicAddress,
  resolveHost = lookup,
  connectMilliseconds,
}: ConnectionRules & { connectMilliseconds: number }): Agent {
  return new Agent({
    connect: { lookup: checkedLookup(mayConnect, resolveHost), timeout: connectMilliseconds },
    maxHeaderSize: MostHeaderBytes,
    keepAliveTimeout: 1_000,
  });
}

/** Checks an address that is written as digits, however it is written. @throws AddressRefused */
export function checkLiteralAddress(
  url: URL,
  mayConnect: (address: string) => boolean = isPublicAddress,
): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !mayConnect(host)) throw new AddressRefused(host);
}

/** One address that may not be connected to condemns the name. */
function checkedLookup(mayConnect: (address: string) => boolean, resolveHost: ResolveHost): LookupFunction {
  return (hostname, lookupOptions, callback) => {
    resolveHost(hostname, { ...lookupOptions, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      if (addresses.some(({ address }) => !mayConnect(address))) {
        return callback(new AddressRefused(hostname), '');
      }
      const [first] = addresses;
      if (lookupOptions.all || !first) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

/** The refusal behind an error of a request, wherever in its chain of causes it stands. */
export function refusalBehind(error: unknown): AddressRefused | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AddressRefused) return cause;
  }
  return undefined;
}
