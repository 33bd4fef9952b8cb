import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { WebhookEvent } from '../core/webhooks/webhook-event.ts';

/** The headers of Standard Webhooks, by which a receiver knows who sent an event, and whether it came before. */
const SignatureHeaders = z.object({
  'webhook-id': z.string().describe('The same for every attempt and every replay of an event.'),
  'webhook-timestamp': z.string().describe('When this attempt was made, in seconds since 1970.'),
  'webhook-signature': z.string().describe('One or more of `v1,<base64>`, separated by spaces.'),
});

/** What Earshot sends to customers' endpoints, as the `webhooks` of the API's document (AR-19). */
export function outgoingEvents(): ZodOpenApiPathsObject {
  const operations = WebhookEvent.options.map((event) => {
    const { type } = event.shape;
    const operation = {
      tags: ['webhooks'],
      summary: `The event ${type.value}`,
      requestParams: { header: SignatureHeaders },
      requestBody: { required: true, content: { 'application/json': { schema: event } } },
      responses: { '2XX': { description: 'It has arrived. Anything else is tried again.' } },
    };
    return [type.value, { post: operation }] as const;
  });
  return Object.fromEntries(operations);
}
