import * as z from 'zod';
import { ActivityEvent } from '../../core/activity/activity-event.ts';
import { endpoint } from '../endpoint.ts';

export const OpenStream = endpoint({
  id: 'openStream',
  method: 'GET',
  path: '/v1/stream',
  resource: 'stream',
  access: { role: 'viewer', scope: 'activity:read' },
  summary: 'Live updates as Server-Sent Events',
  description:
    'Each message holds one event as JSON: `{type, id, at, data}`. Come back with `Last-Event-ID` (header or query ' +
    'parameter `lastEventId`) to go on without a gap for two hours; a message named `reset` says that you were away ' +
    'for longer. The server may close the stream at any time, and an event may be repeated with the same id.',
  status: 200,
  produces: 'text/event-stream; charset=utf-8',
  stream: true,
});

/** Served by another function than the stream, so that it answers when all streams are taken (RT-02). */
export const ListActivity = endpoint({
  id: 'listActivity',
  method: 'GET',
  path: '/v1/activity',
  resource: 'analytics',
  access: { role: 'viewer', scope: 'activity:read' },
  summary: 'Live updates for clients that poll',
  description: 'Ask without `since` for a position first; later answers may repeat events with the same id.',
  query: z.strictObject({ since: z.string().max(200).optional() }),
  status: 200,
  response: z.object({ items: z.array(ActivityEvent), position: z.string(), isTruncated: z.boolean() }),
});

export const streamEndpoints = [OpenStream, ListActivity];
