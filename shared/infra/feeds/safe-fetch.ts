import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import type { OutsideAddress } from '../http/outside.ts';
import { FetchProblem } from './fetch-problem.ts';
import { isPublicAddress } from './public-address.ts';
import { readLimited } from './read-limited.ts';

export interface SafeResponse {
  status: number;
  headers: Record<string, string>;
  bytes: Uint8Array;
  /** Where the answer came from, after all redirects. */
  finalUrl: string;
  /** The address that the first redirects name for good (301, 308), if they began with such. */
  movedTo: string | null;
}

export interface SafeFetchOptions {
  /** Leads into the simulated world of the local stage, whose address is then not the customer's. */
  outside: OutsideAddress;
  totalMilliseconds: number;
  /** After decompression; the compressed answer may not be longer either. */
  mostBytes: number;
  /** Which addresses may be connected to; tests reach their own server with it. */
  mayConnect?: (address: string) => boolean;
  /** Who knows the addresses of a name; the machine's own resolver, unless a test answers. */
  resolveHost?: ResolveHost;
}

export type ResolveHost = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export type SafeFetch = (url: string, headers: Record<string, string>) => Promise<SafeResponse>;

const MostRedirects = 5;
const MostHeaderBytes = 16 * 1024;

/**
 * The only way to an address that a customer gave: http and https alone, no credentials, every address checked where the
 * connection is made, so that no name can resolve to something else in between; each redirect is checked like the first.
 * @throws FetchProblem
 */
export function safeFetch(options: SafeFetchOptions): SafeFetch {
  const mayConnect = options.mayConnect ?? isPublicAddress;
  const agent = new Agent({
    connect: {
      lookup: checkedLookup(mayConnect, options.resolveHost ?? lookup),
      timeout: options.totalMilliseconds,
    },
    maxHeaderSize: MostHeaderBytes,
    keepAliveTimeout: 1_000,
  });
  return async (url, headers) => {
    const signal = AbortSignal.timeout(options.totalMilliseconds);
    let current = url;
    let movedTo: string | null = null;
    let isPermanent = true;
    for (let hop = 0; hop <= MostRedirects; hop += 1) {
      const answer = await requestOnce(agent, current, headers, options, mayConnect, signal);
      const location = redirectOf(answer);
      if (location === undefined) return { ...answer, finalUrl: current, movedTo };
      const target: string | undefined = URL.parse(location, current)?.href;
      if (target === undefined)
        throw new FetchProblem('unreachable', 'The host redirects to an address that is none.');
      isPermanent &&= answer.status === 301 || answer.status === 308;
      if (isPermanent) movedTo = target;
      current = target;
    }
    throw new FetchProblem('too_many_redirects', `The host redirects more than ${MostRedirects} times.`);
  };
}

type SingleResponse = Omit<SafeResponse, 'finalUrl' | 'movedTo'>;

async function requestOnce(
  agent: Agent,
  address: string,
  headers: Record<string, string>,
  options: SafeFetchOptions,
  mayConnect: (address: string) => boolean,
  signal: AbortSignal,
): Promise<SingleResponse> {
  const real = URL.parse(address);
  if (!real || !/^https?:$/.test(real.protocol) || real.username !== '' || real.password !== '') {
    throw new FetchProblem('address_refused', 'Only http and https addresses without credentials are read.');
  }
  const url = options.outside(real);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // For a literal address nothing is looked up: it must be checked here. The simulated world is no customer's address.
  if (isIP(host) && url.href === real.href && !mayConnect(host)) throw refused(host);
  try {
    const dispatcher = url.href === real.href ? { dispatcher: agent } : {};
    const response = await request(url, {
      ...dispatcher,
      headers,
      signal,
      headersTimeout: options.totalMilliseconds,
    });
    const bytes = await readLimited(
      response.body,
      String(response.headers['content-encoding'] ?? ''),
      options.mostBytes,
    );
    return { status: response.statusCode, headers: flat(response.headers), bytes };
  } catch (error) {
    throw asProblem(error, signal);
  }
}

/** Checks every address that a name resolves to; one that is not public condemns the name. */
function checkedLookup(mayConnect: (address: string) => boolean, resolveHost: ResolveHost): LookupFunction {
  return (hostname, lookupOptions, callback) => {
    resolveHost(hostname, { ...lookupOptions, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const forbidden = addresses.find(({ address }) => !mayConnect(address));
      if (forbidden) return callback(refused(hostname), '');
      const [first] = addresses;
      if (lookupOptions.all || !first) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

function refused(host: string): FetchProblem {
  return new FetchProblem('address_refused', `${host} is not an address of the public internet.`);
}

function redirectOf({ status, headers }: SingleResponse): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? headers['location'] : undefined;
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

function asProblem(error: unknown, signal: AbortSignal): FetchProblem {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof FetchProblem) return cause;
  }
  if (signal.aborted) return new FetchProblem('timed_out', 'The host did not answer in time.', error);
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new FetchProblem('unreachable', `The host could not be reached${code}.`, error);
}
