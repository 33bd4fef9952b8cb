import { planWake } from '../kernel/due.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { type Clock, type Instant, MillisecondsPerDay, millisecondsBetween } from '../kernel/time.ts';
import { liveSecrets } from './change-webhooks.ts';
import type { WebhookDelivery } from './delivery.ts';
import type {
  NotifyDisabled,
  SendResult,
  SendWebhook,
  WakeDeliveries,
  WebhookDeliveryStore,
  WebhookStore,
  WebhookVault,
} from './ports.ts';
import { nextAttemptAt } from './retry-schedule.ts';
import { signedHeaders } from './signature.ts';
import type { DisabledReason, Webhook } from './webhook.ts';

export interface DeliverWebhookDeps {
  webhooks: Pick<WebhookStore, 'find' | 'noteHealth' | 'disable'>;
  deliveries: Pick<WebhookDeliveryStore, 'find' | 'save'>;
  vault: Pick<WebhookVault, 'open'>;
  send: SendWebhook;
  wake: WakeDeliveries;
  notifyDisabled: NotifyDisabled;
  clock: Clock;
}

/** What became of one message of the webhook queue. */
export type DeliveryResult = 'not_due' | 'delivered' | 'waiting' | 'failed' | 'lost';

/** An endpoint where nothing arrived for so long is switched off; shorter than all attempts of one delivery. */
const MostFailingMilliseconds = 3 * MillisecondsPerDay;
const Gone = 410;
const MostAttemptsShown = 20;

/**
 * Makes one attempt of a delivery that is due (AR-19). An event may arrive twice after a crash, always under the same
 * `webhook-id`; it is given up when its attempts are spent or its endpoint is off.
 */
export async function deliverWebhook(
  deps: DeliverWebhookDeps,
  context: TenantContext,
  { webhookId, deliveryId }: { webhookId: string; deliveryId: string },
): Promise<DeliveryResult> {
  const startedAt = deps.clock.now();
  const delivery = await deps.deliveries.find(context, webhookId, deliveryId);
  if (!delivery || delivery.nextAt === null || delivery.nextAt > startedAt) return 'not_due';
  const webhook = await deps.webhooks.find(context, webhookId);
  if (!webhook?.enabled) {
    const problem = webhook ? 'The webhook is switched off.' : 'The webhook was deleted.';
    const ended = endedAt(delivery, { status: 'failed', problem }, startedAt);
    return (await deps.deliveries.save(context, ended, null)) ? 'failed' : 'lost';
  }
  const secrets = liveSecrets(webhook.secrets, startedAt).map(({ sealed }) =>
    deps.vault.open(context, webhookId, sealed),
  );
  const headers = signedHeaders(delivery, await Promise.all(secrets), startedAt);
  const result = await deps.send({ url: webhook.url, headers, body: delivery.body });
  const settled = afterAttempt(delivery, result, startedAt, deps.clock.now());
  return record(deps, context, { webhook, result, settled });
}

/** The delivery after an attempt: arrived, to be tried again, or given up. */
export function afterAttempt(
  delivery: WebhookDelivery,
  result: SendResult,
  startedAt: Instant,
  now: Instant,
): WebhookDelivery {
  const tries = delivery.tries + 1;
  const status = result.kind === 'answered' ? result.status : null;
  const problem = problemOf(result);
  const attempt = { at: startedAt, status, milliseconds: result.milliseconds, problem };
  const tried: WebhookDelivery = {
    ...delivery,
    tries,
    attempts: [...delivery.attempts, attempt].slice(-MostAttemptsShown),
    answer: result.kind === 'answered' ? result.answer : null,
  };
  if (problem === null) return endedAt(tried, { status: 'delivered', problem: null }, now);
  const retryAfter = result.kind === 'answered' ? result.retryAfterSeconds : null;
  const nextAt = status === Gone ? null : nextAttemptAt(delivery.deliveryId, tries, now, retryAfter);
  if (nextAt === null) return endedAt(tried, { status: 'failed', problem }, now);
  return { ...tried, nextAt, version: delivery.version + 1 };
}

function problemOf(result: SendResult): string | null {
  if (result.kind === 'failed') return result.reason;
  const { status } = result;
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `It answered ${status}; redirects are not followed.`;
  return `It answered ${status}.`;
}

function endedAt(
  delivery: WebhookDelivery,
  end: Pick<WebhookDelivery, 'status' | 'problem'>,
  now: Instant,
): WebhookDelivery {
  return { ...delivery, ...end, nextAt: null, finishedAt: now, version: delivery.version + 1 };
}

interface Attempted {
  webhook: Webhook;
  result: SendResult;
  settled: WebhookDelivery;
}

async function record(
  deps: DeliverWebhookDeps,
  context: TenantContext,
  { webhook, result, settled }: Attempted,
): Promise<DeliveryResult> {
  const now = deps.clock.now();
  const { webhookId, deliveryId, nextAt } = settled;
  const wake = nextAt === null ? null : planWake(now, nextAt);
  if (!(await deps.deliveries.save(context, settled, wake?.wakeAt ?? null))) return 'lost';
  if (wake?.delaySeconds !== undefined) {
    const { organizationId } = context;
    await deps.wake([{ organizationId, webhookId, deliveryId, delaySeconds: wake.delaySeconds }]);
  }
  await judgeHealth(deps, context, { webhook, result, settled }, now);
  return settled.status;
}

/** Switches off what is gone, or where nothing arrived for days, and tells the owners once (AR-19). */
async function judgeHealth(
  deps: DeliverWebhookDeps,
  context: TenantContext,
  { webhook, result, settled }: Attempted,
  now: Instant,
): Promise<void> {
  const { webhookId, failingSince } = webhook;
  if (settled.status === 'delivered') {
    if (failingSince !== null) await deps.webhooks.noteHealth(context, webhook, null);
    return;
  }
  const reason = reasonToDisable(result, failingSince, now);
  if (reason) {
    const isFirst = await deps.webhooks.disable(context, webhookId, { reason, at: now });
    if (isFirst) await deps.notifyDisabled(context, webhook, reason);
  } else if (failingSince === null) {
    await deps.webhooks.noteHealth(context, webhook, now);
  }
}

function reasonToDisable(
  result: SendResult,
  failingSince: Instant | null,
  now: Instant,
): DisabledReason | undefined {
  if (result.kind === 'answered' && result.status === Gone) return 'gone';
  if (failingSince === null) return undefined;
  return millisecondsBetween(failingSince, now) >= MostFailingMilliseconds ? 'failing' : undefined;
}
