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

export const ReceiveMetaDeauthorization = endpoint({
  id: 'receiveMetaDeauthorization',
  method: 'POST',
  path: '/hooks/meta/deauthorize',
  resource: 'hooks',
  access: 'public',
  summary: 'Takes from Meta that a person removed the app: their accounts lose their access; signed',
  rawBody: true,
  status: 200,
  response: z.string(),
  produces: 'text/plain',
});

export const ReceiveMetaDataDeletion = endpoint({
  id: 'receiveMetaDataDeletion',
  method: 'POST',
  path: '/hooks/meta/data-deletion',
  resource: 'hooks',
  access: 'public',
  summary: "Takes from Meta that a person wants their accounts' data deleted; signed",
  rawBody: true,
  status: 200,
  response: z.object({ url: z.string(), confirmation_code: z.string() }),
});

export const ShowDataDeletion = endpoint({
  id: 'showDataDeletion',
  method: 'GET',
  path: '/hooks/meta/data-deletion/{code}',
  resource: 'hooks',
  access: 'public',
  summary: 'A page that says how the deletion of data stands, for whoever has its code',
  params: z.object({ code: z.string().regex(/^[0-9a-f]{24}$/) }),
  status: 200,
  response: z.string(),
  produces: 'text/html; charset=utf-8',
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

export const hooksEndpoints = [
  VerifyMetaHook,
  ReceiveMetaHook,
  ReceiveMetaDeauthorization,
  ReceiveMetaDataDeletion,
  ShowDataDeletion,
  ReceiveTiktokHook,
];
