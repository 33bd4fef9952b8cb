import { lookup } from 'node:dns';
import { AppError } from '../../core/kernel/errors.ts';
import type { CheckWebhookUrl } from '../../core/webhooks/ports.ts';
import { AddressRefused, type ConnectionRules, checkLiteralAddress } from '../http/checked-agent.ts';
import type { OutsideAddress } from '../http/outside.ts';
import { isPublicAddress } from '../http/public-address.ts';

interface Options extends ConnectionRules {
  /** Hosts of the simulated world have no addresses to look up. */
  outside: OutsideAddress;
}

/** Refuses early what the sender would refuse each time: hosts that are not, or not only, in the public internet. */
export function webhookUrlChecker({
  outside,
  mayConnect = isPublicAddress,
  resolveHost = lookup,
}: Options): CheckWebhookUrl {
  const addressesOf = (host: string) =>
    new Promise<string[]>((resolve, reject) => {
      resolveHost(host, { all: true }, (error, addresses) =>
        error ? reject(error) : resolve(addresses.map(({ address }) => address)),
      );
    });
  return async (text) => {
    const url = new URL(text);
    try {
      checkLiteralAddress(url, mayConnect);
    } catch (error) {
      throw error instanceof AddressRefused ? refused(error.message, error) : error;
    }
    if (outside(url).href !== url.href) return;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = await addressesOf(host).catch((cause: unknown) => {
      throw refused(`${host} has no address. Check how it is written.`, cause);
    });
    if (addresses.length === 0 || !addresses.every(mayConnect))
      throw refused(new AddressRefused(host).message);
  };
}

function refused(message: string, cause?: unknown): AppError {
  return new AppError('invalid', 'webhook_url_refused', message, { cause });
}
