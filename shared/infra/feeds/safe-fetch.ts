import { type Agent, type Dispatcher, request } from 'undici';
import {
  type ConnectionRules,
  checkedAgent,
  checkLiteralAddress,
  refusalBehind,
} from '../http/checked-agent.ts';
import type { OutsideAddress } from '../http/outside.ts';
import { FetchProblem } from './fetch-problem.ts';
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

export interface SafeFetchOptions extends ConnectionRules {
  /** Leads into the simulated world of the local stage, whose address is then not the customer's. */
  outside: OutsideAddress;
  totalMilliseconds: number;
  /** After decompression; the compressed answer may not be longer either. */
  mostBytes: number;
}

export type SafeFetch = (url: string, headers: Record<string, string>) => Promise<SafeResponse>;

const MostRedirects = 5;

/**
 * The only way to an address that a customer gave: http and https alone, no credentials, every address checked where the
 * connection is made, so that no name can resolve to something else in between; each redirect is checked like the first.
 * @throws FetchProblem
 */
export function safeFetch(options: SafeFetchOptions): SafeFetch {
  const agent = checkedAgent({ ...options, connectMilliseconds: options.totalMilliseconds });
  return async (url, headers) => {
    const signal = AbortSignal.timeout(options.totalMilliseconds);
    let current = url;
    let movedTo: string | null = null;
    let isPermanent = true;
    for (let hop = 0; hop <= MostRedirects; hop += 1) {
      const answer = await requestOnce(agent, current, headers, options, signal);
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
  signal: AbortSignal,
): Promise<SingleResponse> {
  const real = URL.parse(address);
  if (!real || !/^https?:$/.test(real.protocol) || real.username !== '' || real.password !== '') {
    throw new FetchProblem('address_refused', 'Only http and https addresses without credentials are read.');
  }
  const url = options.outside(real);
  const isCustomers = url.href === real.href;
  try {
    // The simulated world is no customer's address.
    if (isCustomers) checkLiteralAddress(url, options.mayConnect);
    const dispatcher = isCustomers ? { dispatcher: agent } : {};
    const response = await request(url, {
      ...dispatcher,
      headers,
      signal,
      headersTimeout: options.totalMilliseconds,
    });
    return {
      status: response.statusCode,
      headers: flat(response.headers),
      bytes: await contentOf(response, options.mostBytes),
    };
  } catch (error) {
    throw asProblem(error, signal);
  }
}

/** What has not changed has no content (RFC 9110 §15.4.5), and most feeds of a crawl have not changed. */
async function contentOf(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  mostBytes: number,
): Promise<Uint8Array> {
  if (statusCode !== 304) return readLimited(body, String(headers['content-encoding'] ?? ''), mostBytes);
  await body.dump();
  return new Uint8Array();
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
  const refusal = refusalBehind(error);
  if (refusal) return new FetchProblem('address_refused', refusal.message, error);
  if (signal.aborted) return new FetchProblem('timed_out', 'The host did not answer in time.', error);
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new FetchProblem('unreachable', `The host could not be reached${code}.`, error);
}
