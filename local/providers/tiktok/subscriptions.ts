import { type ApiCall, requireApp, required } from './api-call.ts';
import { badParameter } from './tiktok-error.ts';

const EventTypes = ['COMMENT', 'VIDEO', 'DIRECT_MESSAGE', 'BRAND_MENTION'];

/** `/business/webhook/update/`: for the whole app, without a token of anybody. */
export function subscribe(call: ApiCall): unknown {
  requireApp(call, ['app_id', 'secret']);
  const eventType = requireEventType(call);
  const callbackUrl = required(call, 'callback_url');
  if (!URL.canParse(callbackUrl)) throw badParameter('callback_url: Not an address.');
  call.state.subscriptions.put(eventType, { callbackUrl });
  return { app_id: call.params['app_id'], event_type: eventType, callback_url: callbackUrl };
}

/** `/business/webhook/list/` */
export function listSubscriptions(call: ApiCall): unknown {
  requireApp(call, ['app_id', 'secret']);
  const found = call.state.subscriptions.get(requireEventType(call));
  return found ? { event_type: call.params['event_type'], callback_url: found.callbackUrl } : {};
}

/** `/business/webhook/delete/` */
export function unsubscribe(call: ApiCall): unknown {
  requireApp(call, ['app_id', 'secret']);
  call.state.subscriptions.delete(requireEventType(call));
  return {};
}

function requireEventType(call: ApiCall): string {
  const eventType = required(call, 'event_type');
  if (!EventTypes.includes(eventType))
    throw badParameter(`event_type: Must be one of ${EventTypes.join(', ')}.`);
  return eventType;
}
