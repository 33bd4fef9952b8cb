import * as z from 'zod';
import { endpoint } from '../endpoint.ts';

export const VerifyMetaHook = endpoint({
  id: 'verifyMetaHook',
  method: 'GET',
  path: '/hooks/meta',
  resource: 'hooks',
  access: 'public',
  summary: "Answers Meta's challenge when the webhook is registered",
  query: z.object({
    'hub.mode': z.string().max(100).default(''),
    'hub.verify_token': z.string().max(500).default(''),
    'hub.challenge': z.string().max(500).default(''),
  }),
  status: 200,
  response: z.string(),
  produces: 'text/plain',
});

export const ReceiveMetaHook = endpoint({
  id: 'receiveMetaHook',
  method: 'POST',
  path: '/hooks/meta',
  resource: 'hooks',
  access: 'public',
  summary: 'Takes what Meta tells about comments; signed over the raw bytes',
  rawBody: true,
  status: 200,
  response: z.string(),
  produces: 'text/plain',
});

export const ReceiveTiktokHook = endpoint({
  id: 'receiveTiktokHook',
  method: 'POST',
  path: '/hooks/tiktok',
  resource: 'hooks',
  access: 'public',
  summary: 'Takes what TikTok tells about comments; signed over the raw bytes',
  rawBody: true,
  status: 200,
  response: z.string(),
  produces: 'text/plain',
});

export const hooksEndpoints = [VerifyMetaHook, ReceiveMetaHook, ReceiveTiktokHook];
