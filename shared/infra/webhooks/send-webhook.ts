import { type Dispatcher, request } from 'undici';
import type { SendWebhook } from '../../core/webhooks/ports.ts';
import {
  type ConnectionRules,
  checkedAgent,
  checkLiteralAddress,
  refusalBehind,
} from '../http/checked-agent.ts';
import type { OutsideAddress } from '../http/outside.ts';

export interface SendWebhookOptions extends ConnectionRules {
  /** Leads into the simulated world of the local stage. */
  outside: OutsideAddress;
  nowMilliseconds: () => number;
  totalMilliseconds?: number;
}

const TotalMilliseconds = 15_000;
/** More of an answer is not read: it is shown to people who look for a fault, and to nobody else. */
const MostAnswerBytes = 1_024;

/**
 * Posts a body to an address that a customer gave: every address is checked where the connection is made, and
 * redirects are not followed. A status counts as soon as it is there, whatever the rest of the answer does.
 */
export function webhookSender(options: SendWebhookOptions): SendWebhook {
  const { outside, nowMilliseconds, totalMilliseconds = TotalMilliseconds } = options;
  const agent = checkedAgent({ ...options, connectMilliseconds: totalMilliseconds });
  return async ({ url, headers, body }) => {
    const startedAt = nowMilliseconds();
    const took = () => Math.max(0, Math.round(nowMilliseconds() - startedAt));
    const signal = AbortSignal.timeout(totalMilliseconds);
    try {
      const real = new URL(url);
      if (real.protocol !== 'https:')
        return { kind: 'failed', reason: 'It is no https address.', milliseconds: 0 };
      checkLiteralAddress(real, options.mayConnect);
      const target = outside(real);
      const response = await request(target, {
        method: 'POST',
        ...(target.href === real.href && { dispatcher: agent }),
        headers: { 'content-type': 'application/json', 'user-agent': 'Earshot-Webhooks/1', ...headers },
        body,
        signal,
        headersTimeout: totalMilliseconds,
      });
      return {
        kind: 'answered',
        status: response.statusCode,
        answer: await beginningOf(response.body),
        retryAfterSeconds: secondsOf(response.headers['retry-after'], nowMilliseconds()),
        milliseconds: took(),
      };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error, signal), milliseconds: took() };
    }
  };
}

async function beginningOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= MostAnswerBytes) break;
    }
  } catch {
    // The status has arrived, and with it the answer that counts.
  }
  body.destroy();
  const text = Buffer.concat(chunks).subarray(0, MostAnswerBytes).toString('utf8');
  // A table takes no unpaired halves, and people can read no control characters.
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}--[\t\n]]/gv, ' ')
    .trim();
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function secondsOf(retryAfter: string | string[] | undefined, nowMilliseconds: number): number | null {
  const value = [retryAfter].flat()[0]?.trim();
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - nowMilliseconds) / 1_000));
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  const refusal = refusalBehind(error);
  if (refusal) return refusal.message;
  if (signal.aborted) return 'It did not answer in time.';
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return `It could not be reached${code}.`;
}
