import { type DueKind, LongestQueueDelaySeconds, parseTenantRef } from '../kernel/due.ts';
import { addSeconds, type Instant, millisecondsBetween } from '../kernel/time.ts';

/** Accounts that are overdue together, after an outage say, do not ask the platforms together. */
const SpreadSeconds = 120;
const MessagesPerSend = 10;

interface Message {
  body: { organizationId: string; accountId: string };
  delaySeconds: number;
}

interface Deps {
  dueItems(kind: DueKind, until: Instant): AsyncIterable<{ ref: string; wakeAt: Instant }>;
  send(messages: readonly Message[]): Promise<void>;
}

/**
 * Sends one message for every account that is due before the next fan-out, delayed to its own time (CM-11).
 * Doubled and early messages are harmless: the account says whether it is due.
 */
export async function fanOutSyncs(deps: Deps, now: Instant): Promise<number> {
  let batch: Message[] = [];
  let sent = 0;
  for await (const { ref, wakeAt } of deps.dueItems('sync', addSeconds(now, LongestQueueDelaySeconds))) {
    const { organizationId, id: accountId } = parseTenantRef(ref);
    batch.push({ body: { organizationId, accountId }, delaySeconds: delayOf(ref, now, wakeAt) });
    if (batch.length < MessagesPerSend) continue;
    await deps.send(batch);
    sent += batch.length;
    batch = [];
  }
  if (batch.length > 0) await deps.send(batch);
  return sent + batch.length;
}

function delayOf(ref: string, now: Instant, wakeAt: Instant): number {
  const ahead = Math.ceil(millisecondsBetween(now, wakeAt) / 1_000);
  return ahead > 0 ? Math.min(ahead, LongestQueueDelaySeconds) : spreadOf(ref);
}

/** The same account waits the same time, so that a repeated message never comes before the first. */
function spreadOf(ref: string): number {
  let sum = 0;
  for (const character of ref) sum = (sum * 31 + character.charCodeAt(0)) % 9_973;
  return sum % SpreadSeconds;
}
