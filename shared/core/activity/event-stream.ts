import type { Followed } from './follow-activity.ts';

/** How long a client waits before it comes back after the server has closed the stream. */
const RetryMilliseconds = 2_000;

/** The first bytes of a stream: they open it at the client at once. */
export function openingFrame(): string {
  return `retry: ${RetryMilliseconds}\n: connected\n\n`;
}

/** One frame of a `text/event-stream` (WHATWG HTML, section 9.2); events come without a name, as plain messages. */
export function frameOf(followed: Followed): string {
  if (followed.kind === 'heartbeat') return ': heartbeat\n\n';
  if (followed.kind === 'reset') return 'event: reset\ndata: {}\n\n';
  return `id: ${followed.event.id}\ndata: ${JSON.stringify(followed.event)}\n\n`;
}
