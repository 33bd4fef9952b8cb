import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { DeliveryStatus, WebhookDelivery } from './delivery.ts';
import type { DisabledReason, Webhook } from './webhook.ts';

export interface WebhookStore {
  create(context: TenantContext, webhook: Webhook): Promise<void>;
  find(context: TenantContext, webhookId: string): Promise<Webhook | undefined>;
  /** All endpoints of the organization, the oldest first. */
  list(context: TenantContext): Promise<Webhook[]>;
  /** @throws precondition `version_mismatch` when the stored version is not the one before. */
  save(context: TenantContext, webhook: Webhook): Promise<void>;
  delete(context: TenantContext, webhookId: string): Promise<void>;
  /** Remembers the first failure since anything arrived, or that something did; never changes the version. */
  noteHealth(context: TenantContext, webhook: Webhook, failingSince: Instant | null): Promise<void>;
  /** Switches an endpoint off; false when it is off already, or gone. */
  disable(
    context: TenantContext,
    webhookId: string,
    why: { reason: DisabledReason; at: Instant },
  ): Promise<boolean>;
}

export interface WebhookDeliveryStore {
  /** False when this event has its delivery to this endpoint already. */
  create(context: TenantContext, delivery: WebhookDelivery, wakeAt: Instant): Promise<boolean>;
  find(context: TenantContext, webhookId: string, deliveryId: string): Promise<WebhookDelivery | undefined>;
  /** False when the stored delivery is no longer the version before; `wakeAt` is null for what came to its end. */
  save(context: TenantContext, delivery: WebhookDelivery, wakeAt: Instant | null): Promise<boolean>;
  /** The newest first. */
  page(
    context: TenantContext,
    webhookId: string,
    filter: { status?: DeliveryStatus | undefined },
    request: PageRequest,
  ): Promise<Page<WebhookDelivery>>;
  /** What failed of the events since an instant, the oldest first. */
  failedSince(context: TenantContext, webhookId: string, since: Instant): AsyncIterable<WebhookDelivery>;
}

/** Keeps signing secrets encrypted for their endpoint. */
export interface WebhookVault {
  seal(context: TenantContext, webhookId: string, secret: string): Promise<string>;
  open(context: TenantContext, webhookId: string, sealed: string): Promise<string>;
}

/** Asks for a look at deliveries; each delivery itself decides whether it is due. */
export type WakeDeliveries = (
  wakes: readonly { organizationId: string; webhookId: string; deliveryId: string; delaySeconds: number }[],
) => Promise<void>;

/** What an endpoint said. */
export type SendResult =
  | {
      kind: 'answered';
      status: number;
      /** How the answer began. */
      answer: string;
      retryAfterSeconds: number | null;
      milliseconds: number;
    }
  | { kind: 'failed'; reason: string; milliseconds: number };

/** Posts a body to an endpoint once, without following redirects, under one time-out. */
export type SendWebhook = (request: {
  url: string;
  headers: Record<string, string>;
  body: string;
}) => Promise<SendResult>;

/** @throws invalid `webhook_url_refused` when an address does not lie in the public internet. */
export type CheckWebhookUrl = (url: string) => Promise<void>;

/** Tells an organization's owners and admins that an endpoint was switched off. */
export type NotifyDisabled = (
  context: TenantContext,
  webhook: Webhook,
  reason: DisabledReason,
) => Promise<void>;
