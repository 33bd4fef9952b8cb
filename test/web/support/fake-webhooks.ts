import {
  CreateWebhook,
  DeleteWebhook,
  ListWebhookDeliveries,
  ListWebhooks,
  ReplayWebhookDelivery,
  RotateWebhookSecret,
  TestWebhook,
  UpdateWebhook,
} from '../../../shared/contract/api/webhooks.ts';
import type { ResponseOf } from '../../../shared/contract/endpoint.ts';
import { withoutAbsent } from './fake-organization.ts';
import { FakeProblem, type FakeRoute, fake } from './fake-route.ts';

type Webhook = ResponseOf<typeof UpdateWebhook>;
type Delivery = ResponseOf<typeof ReplayWebhookDelivery>;

const Now = '2026-11-20T10:00:00.000Z';
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

const delivery: Delivery = {
  deliveryId: 'dlv_1',
  webhookId: 'wh_crm',
  eventId: 'evt_1',
  eventType: 'comment.replied',
  body: '{"type":"comment.replied"}',
  status: 'failed',
  problem: 'Nobody answered for a day.',
  tries: 9,
  attempts: [{ at: Now, status: 503, milliseconds: 120, problem: null }],
  answer: 'Service Unavailable',
  createdAt: Now,
  nextAt: null,
  finishedAt: Now,
  version: 1,
};

/** One webhook with one failed delivery. */
export function fakeWebhooks(): FakeRoute[] {
  const webhooks: Webhook[] = [
    {
      webhookId: 'wh_crm',
      url: 'https://crm.example/hooks',
      description: 'CRM',
      eventTypes: ['comment.captured', 'comment.replied'],
      enabled: true,
      disabledAt: null,
      disabledReason: null,
      failingSince: Now,
      secrets: [{ createdAt: Now, endsAt: null }],
      createdAt: Now,
      createdBy: 'user-mara',
      updatedAt: Now,
      version: 1,
    },
  ];
  const find = (webhookId: string): Webhook => {
    const found = webhooks.find((one) => one.webhookId === webhookId);
    if (!found) throw new FakeProblem(404, 'not_found', 'The webhook was not found.');
    return found;
  };
  return [
    fake(ListWebhooks, () => ({ items: webhooks })),
    fake(CreateWebhook, ({ body }) => {
      const [first] = webhooks;
      if (!first) throw new FakeProblem(500, 'internal', 'There is no webhook to begin with.');
      const made = { ...first, ...body, webhookId: `wh_${webhooks.length}`, failingSince: null };
      webhooks.push(made);
      return { ...made, secret };
    }),
    fake(UpdateWebhook, ({ params, body }) => Object.assign(find(params.webhookId), withoutAbsent(body))),
    fake(DeleteWebhook, ({ params }) => {
      webhooks.splice(webhooks.indexOf(find(params.webhookId)), 1);
      return undefined;
    }),
    fake(RotateWebhookSecret, ({ params }) => ({ ...find(params.webhookId), secret })),
    fake(TestWebhook, () => delivery),
    fake(ListWebhookDeliveries, () => ({ items: [delivery] })),
    fake(ReplayWebhookDelivery, () => ({ ...delivery, status: 'waiting' as const })),
  ];
}
