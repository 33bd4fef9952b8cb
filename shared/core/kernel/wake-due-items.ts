import { type DueKind, parseTenantRef } from './due.ts';
import { addSeconds, type Instant, millisecondsBetween } from './time.ts';

/** The timer runs every minute and sends what comes due until it runs again. */
const TimerSeconds = 60;
const MessagesPerSend = 10;

interface Deps<Body> {
  dueItems(kind: DueKind, until: Instant): AsyncIterable<{ ref: string; wakeAt: Instant }>;
  send(messages: readonly { body: Body; delaySeconds: number }[]): Promise<void>;
}

/**
 * Sends a message for every item that comes due within the next minute, delayed to the second.
 * Early and doubled messages are harmless: the item itself says whether it is due.
 */
export async function wakeDueItems<Body>(
  deps: Deps<Body>,
  kind: DueKind,
  bodyOf: (item: { organizationId: string; id: string }) => Body,
  now: Instant,
): Promise<number> {
  let batch: { body: Body; delaySeconds: number }[] = [];
  let sent = 0;
  for await (const { ref, wakeAt } of deps.dueItems(kind, addSeconds(now, TimerSeconds))) {
    const delaySeconds = Math.max(0, Math.ceil(millisecondsBetween(now, wakeAt) / 1_000));
    batch.push({ body: bodyOf(parseTenantRef(ref)), delaySeconds });
    if (batch.length === MessagesPerSend) {
      await deps.send(batch);
      sent += batch.length;
      batch = [];
    }
  }
  if (batch.length > 0) await deps.send(batch);
  return sent + batch.length;
}
