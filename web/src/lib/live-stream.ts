import { createParser, type EventSourceMessage } from 'eventsource-parser';

export type LiveStatus = 'connecting' | 'live' | 'offline';

export interface LiveStreamOptions {
  /** Opens the stream; `lastEventId` lets the server resume without a gap. */
  open(lastEventId: string | undefined, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  onEvent(event: EventSourceMessage & { id: string }): void;
  /** Something may have been missed: what is shown has to be read again. */
  onGap(): void;
  onStatus(status: LiveStatus): void;
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  random(): number;
  signal: AbortSignal;
}

const FirstRetryMilliseconds = 1_000;
const LongestRetryMilliseconds = 30_000;
/** The server overlaps what it sends after a reconnection by seconds; this many ids cover a busy minute. */
const RememberedIds = 500;

/** Full jitter, so that consoles do not come back all at once after an outage. */
export function retryDelay(failures: number, random: () => number): number {
  const ceiling = Math.min(LongestRetryMilliseconds, FirstRetryMilliseconds * 2 ** failures);
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}

/** Follows the organization's events until the signal: reconnects, resumes after the last one, drops repeated ones. */
export async function followLiveStream(options: LiveStreamOptions): Promise<void> {
  const seen = new Set<string>();
  let lastEventId: string | undefined;
  let failures = 0;
  let serverRetry = 0;
  let wasOpen = false;

  const parser = createParser({
    onRetry: (milliseconds) => {
      serverRetry = milliseconds;
    },
    onEvent: (event) => {
      if (event.event === 'reset') options.onGap();
      if (event.id === undefined || seen.has(event.id)) return;
      lastEventId = event.id;
      remember(seen, event.id);
      options.onEvent({ ...event, id: event.id });
    },
  });

  while (!options.signal.aborted) {
    options.onStatus('connecting');
    try {
      const stream = await options.open(lastEventId, options.signal);
      options.onStatus('live');
      // Before the first event there is no place to resume from.
      if (wasOpen && lastEventId === undefined) options.onGap();
      wasOpen = true;
      failures = 0;
      await readText(stream, (text) => parser.feed(text));
    } catch {
      failures += 1;
    }
    parser.reset();
    if (options.signal.aborted) return;
    if (failures > 0) options.onStatus('offline');
    await options.wait(failures > 0 ? retryDelay(failures, options.random) : serverRetry, options.signal);
  }
}

/** Hands over the stream's text as it arrives; by a reader, as not all browsers iterate over streams. */
async function readText(stream: ReadableStream<Uint8Array>, onText: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    onText(decoder.decode(part.value, { stream: true }));
  }
}

function remember(seen: Set<string>, id: string): void {
  seen.add(id);
  const oldest = seen.values().next().value;
  if (seen.size > RememberedIds && oldest !== undefined) seen.delete(oldest);
}

/** Resolves after the time, or at once when the signal comes. */
export function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
