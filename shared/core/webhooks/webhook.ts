import * as z from 'zod';
import { WebhookEventType } from './webhook-event.ts';

/** More endpoints than this are a mistake of a program that creates them. */
export const MostWebhooks = 20;

/** Where events may be sent: https alone, without credentials in the address. */
export const WebhookUrl = z
  .url({ protocol: /^https$/, error: 'Give an https address.' })
  .max(2_000)
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && url.username === '' && url.password === '';
  }, 'Leave the credentials out of the address: events are signed.');

/** A signing secret as it is stored; during a rotation the one before it signs as well, until it ends. */
const SealedSecret = z.object({ sealed: z.string(), createdAt: z.string(), endsAt: z.string().nullable() });
export type SealedSecret = z.infer<typeof SealedSecret>;

/** `by_member`: somebody switched it off; `failing`: nothing arrived for days; `gone`: it answered 410. */
const DisabledReason = z.enum(['by_member', 'failing', 'gone']);
export type DisabledReason = z.infer<typeof DisabledReason>;

/** An address of the customer's that is told what happens (AR-19). */
export const Webhook = z.object({
  webhookId: z.string(),
  url: WebhookUrl,
  description: z.string().trim().max(200),
  /** May be empty: rules can send to it all the same. */
  eventTypes: z.array(WebhookEventType).max(WebhookEventType.options.length),
  enabled: z.boolean(),
  disabledAt: z.string().nullable(),
  disabledReason: DisabledReason.nullable(),
  /** The first failure since anything arrived; null while all is well. */
  failingSince: z.string().nullable(),
  /** The newest first. */
  secrets: z.array(SealedSecret).min(1),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  version: z.int(),
});
export type Webhook = z.infer<typeof Webhook>;

/** An endpoint as its owners see it: of its secrets nothing but their times. */
export const WebhookView = Webhook.extend({ secrets: z.array(SealedSecret.omit({ sealed: true })) });
export type WebhookView = z.infer<typeof WebhookView>;

/** The answer to making a secret is the only place that ever shows it. */
export const WebhookWithSecret = WebhookView.extend({ secret: z.string() });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

/** Switching on forgets past failures; switching off says who did it. */
export function switched(
  webhook: Webhook,
  enabled: boolean,
  now: string,
): Pick<Webhook, 'enabled' | 'disabledAt' | 'disabledReason' | 'failingSince'> {
  const { disabledAt, disabledReason, failingSince } = webhook;
  if (enabled === webhook.enabled) return { enabled, disabledAt, disabledReason, failingSince };
  return {
    enabled,
    disabledAt: enabled ? null : now,
    disabledReason: enabled ? null : 'by_member',
    failingSince: null,
  };
}
