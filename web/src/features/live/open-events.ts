import type * as contract from '../../../../shared/contract/api/stream.ts';
import type { Api } from '../../lib/api.ts';
import { ApiError } from '../../lib/api-error.ts';
import { operation } from '../../lib/operation.ts';

const ListActivity = operation<typeof contract.ListActivity>('GET', '/v1/activity', false);

const PollEveryMilliseconds = 5_000;
/** After so many polls the stream is tried again: a place may have become free. */
const PollsBeforeStream = 24;

type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Opens the event stream; when all places are taken, polls instead and gives the answers the stream's form (RT-02). */
export async function openEvents(
  api: Api,
  lastEventId: string | undefined,
  signal: AbortSignal,
  wait: Wait,
): Promise<ReadableStream<Uint8Array>> {
  try {
    const headers = { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) };
    const { body } = await api.request('/v1/stream', { headers, signal, cache: 'no-store' });
    if (!body) throw new Error('The event stream came without a body.');
    return body;
  } catch (error) {
    if (!isFull(error)) throw error;
    return streamOf(polledFrames(api, lastEventId, signal, wait));
  }
}

function isFull(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 429 || error.status === 503);
}

async function* polledFrames(
  api: Api,
  lastEventId: string | undefined,
  signal: AbortSignal,
  wait: Wait,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let since = lastEventId;
  for (let poll = 0; poll < PollsBeforeStream && !signal.aborted; poll += 1) {
    const { items, position, isTruncated } = await api.call(ListActivity, { query: { since }, signal });
    since = position;
    if (isTruncated) yield encoder.encode('event: reset\ndata: {}\n\n');
    for (const event of items) {
      yield encoder.encode(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
    }
    await wait(PollEveryMilliseconds, signal);
  }
}

/** As `ReadableStream.from`, which not all browsers have. */
function streamOf(frames: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await frames.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}
