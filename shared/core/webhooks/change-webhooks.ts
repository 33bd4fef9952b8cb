import type { RuleStore } from '../automation/ports.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { actorIdOf, type TenantContext } from '../kernel/tenant-context.ts';
import { addMilliseconds, type Instant, MillisecondsPerHour } from '../kernel/time.ts';
import type { CheckWebhookUrl, WebhookStore, WebhookVault } from './ports.ts';
import { signingSecret } from './signature.ts';
import {
  MostWebhooks,
  type SealedSecret,
  switched,
  type Webhook,
  type WebhookView,
  type WebhookWithSecret,
} from './webhook.ts';

export interface ChangeWebhookDeps {
  webhooks: WebhookStore;
  vault: WebhookVault;
  checkUrl: CheckWebhookUrl;
  newId: NewId;
  /** At least 256 random bits as base64url. */
  randomSecret(): string;
}

/** More secrets at a time would make the signature header too long for some receivers. */
const MostSecrets = 4;

export type WebhookDraft = Pick<Webhook, 'url' | 'description' | 'eventTypes' | 'enabled'>;

/** Creates an endpoint in the public internet; the answer holds its secret in clear for the only time (AR-19). */
export async function createWebhook(
  deps: ChangeWebhookDeps,
  context: TenantContext,
  draft: WebhookDraft,
  now: Instant,
): Promise<WebhookWithSecret> {
  await deps.checkUrl(draft.url);
  if ((await deps.webhooks.list(context)).length >= MostWebhooks) {
    const message = `An organization has at most ${MostWebhooks} webhooks. Delete one that nobody needs.`;
    throw new AppError('conflict', 'too_many_webhooks', message);
  }
  const webhookId = deps.newId('whk');
  const { secret, stored } = await newSecret(deps, context, webhookId, now);
  const webhook: Webhook = {
    webhookId,
    ...draft,
    eventTypes: [...new Set(draft.eventTypes)],
    disabledAt: draft.enabled ? null : now,
    disabledReason: draft.enabled ? null : 'by_member',
    failingSince: null,
    secrets: [stored],
    createdAt: now,
    createdBy: actorIdOf(context),
    updatedAt: now,
    version: 1,
  };
  await deps.webhooks.create(context, webhook);
  return { ...viewOf(webhook), secret };
}

interface Change {
  webhookId: string;
  ifMatch?: number | undefined;
  now: Instant;
}

/** Changes an endpoint; switching it on again forgets why it was off (AR-19). */
export async function updateWebhook(
  deps: Pick<ChangeWebhookDeps, 'webhooks' | 'checkUrl'>,
  context: TenantContext,
  {
    changes,
    ...change
  }: Change & { changes: { [Field in keyof WebhookDraft]?: WebhookDraft[Field] | undefined } },
): Promise<WebhookView> {
  const webhook = await existing(deps, context, change);
  const { url = webhook.url, description = webhook.description, eventTypes = webhook.eventTypes } = changes;
  if (url !== webhook.url) await deps.checkUrl(url);
  const next: Webhook = {
    ...webhook,
    ...{ url, description, eventTypes: [...new Set(eventTypes)] },
    ...switched(webhook, changes.enabled ?? webhook.enabled, change.now),
    // Another address has not failed yet.
    ...(url !== webhook.url && { failingSince: null }),
    updatedAt: change.now,
    version: webhook.version + 1,
  };
  await deps.webhooks.save(context, next);
  return viewOf(next);
}

/** Makes a new secret; the ones before it go on signing beside it until the overlap ends (AR-19). */
export async function rotateSecret(
  deps: Pick<ChangeWebhookDeps, 'webhooks' | 'vault' | 'randomSecret'>,
  context: TenantContext,
  { overlapHours, ...change }: Change & { overlapHours: number },
): Promise<WebhookWithSecret> {
  const { now } = change;
  const webhook = await existing(deps, context, change);
  const { secret, stored } = await newSecret(deps, context, webhook.webhookId, now);
  const end = addMilliseconds(now, overlapHours * MillisecondsPerHour);
  const before = webhook.secrets.map((old) => ({
    ...old,
    endsAt: old.endsAt !== null && old.endsAt < end ? old.endsAt : end,
  }));
  const secrets = [stored, ...liveSecrets(before, now)].slice(0, MostSecrets);
  const next: Webhook = { ...webhook, secrets, updatedAt: now, version: webhook.version + 1 };
  await deps.webhooks.save(context, next);
  return { ...viewOf(next), secret };
}

/** Deletes an endpoint that no rule sends to, whether the rule is enabled or not. */
export async function deleteWebhook(
  deps: Pick<ChangeWebhookDeps, 'webhooks'> & { rules: Pick<RuleStore, 'list'> },
  context: TenantContext,
  webhookId: string,
): Promise<void> {
  if (!(await deps.webhooks.find(context, webhookId))) throw notFound('The webhook');
  const rules = await deps.rules.list(context);
  const user = rules.find(({ action }) => action.type === 'send_webhook' && action.webhookId === webhookId);
  if (user) {
    const message = `The rule "${user.name}" sends to this webhook. Change the rule first.`;
    throw new AppError('conflict', 'webhook_in_use', message);
  }
  await deps.webhooks.delete(context, webhookId);
}

/** The secrets that sign at an instant, the newest first. */
export function liveSecrets(secrets: readonly SealedSecret[], now: Instant): SealedSecret[] {
  return secrets.filter(({ endsAt }) => endsAt === null || endsAt > now);
}

export function viewOf(webhook: Webhook): WebhookView {
  return { ...webhook, secrets: webhook.secrets.map(({ createdAt, endsAt }) => ({ createdAt, endsAt })) };
}

async function existing(
  deps: Pick<ChangeWebhookDeps, 'webhooks'>,
  context: TenantContext,
  { webhookId, ifMatch }: Change,
): Promise<Webhook> {
  const webhook = await deps.webhooks.find(context, webhookId);
  if (!webhook) throw notFound('The webhook');
  if (ifMatch !== undefined && ifMatch !== webhook.version) {
    const message = 'Somebody changed this webhook meanwhile. Reload and try again.';
    throw new AppError('precondition', 'version_mismatch', message);
  }
  return webhook;
}

async function newSecret(
  deps: Pick<ChangeWebhookDeps, 'vault' | 'randomSecret'>,
  context: TenantContext,
  webhookId: string,
  now: Instant,
): Promise<{ secret: string; stored: SealedSecret }> {
  const secret = signingSecret(deps.randomSecret());
  const sealed = await deps.vault.seal(context, webhookId, secret);
  return { secret, stored: { sealed, createdAt: now, endsAt: null } };
}
