import { useMutation, useQueryClient } from '@tanstack/react-query';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { usePages } from '../../lib/use-pages.ts';
import type { Webhook } from '../../lib/webhooks.ts';
import {
  CreateWebhook,
  DeleteWebhook,
  ListDeliveries,
  ReplayDelivery,
  RotateSecret,
  TestWebhook,
  UpdateWebhook,
  type WebhookChanges,
  type WebhookInput,
} from './operations.ts';

const PageSize = 25;
const OverlapHours = 24;

/** The answer holds the secret, which no other call ever shows. */
export function useCreateWebhook() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (body: WebhookInput) => api.call(CreateWebhook, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [QueryKeys.webhooks] }),
  });
}

export function useWebhookActions({ webhookId, version }: Pick<Webhook, 'webhookId' | 'version'>) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { webhookId };
  const onSettled = () => queries.invalidateQueries({ queryKey: [QueryKeys.webhooks] });
  const update = useMutation({
    mutationFn: (body: WebhookChanges) => api.call(UpdateWebhook, { params, body, ifMatch: version }),
    onSettled,
  });
  const remove = useMutation({ mutationFn: () => api.call(DeleteWebhook, { params }), onSettled });
  const rotate = useMutation({
    mutationFn: () => api.call(RotateSecret, { params, body: { overlapHours: OverlapHours } }),
    onSettled,
  });
  const test = useMutation({
    mutationFn: () => api.call(TestWebhook, { params }),
    onSettled: () => queries.invalidateQueries({ queryKey: [QueryKeys.webhookDeliveries] }),
  });
  return { update, remove, rotate, test };
}

export function useDeliveries(webhookId: string) {
  const api = useApi();
  return usePages([QueryKeys.webhookDeliveries, webhookId], (cursor, signal) =>
    api.call(ListDeliveries, { params: { webhookId }, query: { limit: PageSize, cursor }, signal }),
  );
}

export function useReplay(webhookId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (deliveryId: string) => api.call(ReplayDelivery, { params: { webhookId, deliveryId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: [QueryKeys.webhookDeliveries] }),
  });
}
