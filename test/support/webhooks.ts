import type { Webhook } from '../../shared/core/webhooks/webhook.ts';

/** An endpoint that is on and has never failed. */
export function aWebhook(overrides: Partial<Webhook> = {}): Webhook {
  return {
    webhookId: 'whk_1',
    url: 'https://hooks.example.com/earshot',
    description: '',
    eventTypes: [],
    enabled: true,
    disabledAt: null,
    disabledReason: null,
    failingSince: null,
    secrets: [{ sealed: 'sealed', createdAt: '2026-11-01T00:00:00.000Z', endsAt: null }],
    createdAt: '2026-11-01T00:00:00.000Z',
    createdBy: 'mem_ana',
    updatedAt: '2026-11-01T00:00:00.000Z',
    version: 1,
    ...overrides,
  };
}
