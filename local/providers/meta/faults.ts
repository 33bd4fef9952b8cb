import type { WorldResponse } from '../provider.ts';
import { errorAnswer, GraphError, tokenRejected } from './graph-error.ts';
import type { Fault, MetaState } from './state.ts';

/** Takes the first scripted fault that fits the call; each is used as often as it says. */
export function takeFault(state: MetaState, method: string, path: string): Fault | undefined {
  for (const { id, document: fault } of state.faults.entries()) {
    if (fault.method !== undefined && fault.method !== method) continue;
    if (fault.pathIncludes !== undefined && !path.includes(fault.pathIncludes)) continue;
    if (fault.times > 1) state.faults.put(id, { ...fault, times: fault.times - 1 });
    else state.faults.delete(id);
    return fault;
  }
  return undefined;
}

/** Answers as the fault says; `perform` has its effect where the real failure would leave one. */
export function withFault(fault: Fault | undefined, perform: () => WorldResponse): WorldResponse {
  switch (fault?.kind) {
    case undefined:
      return perform();
    case 'throttle_app':
      return errorAnswer(
        new GraphError(403, 4, '(#4) Application request limit reached', { headers: AppThrottled }),
      );
    case 'throttle_page':
      return errorAnswer(
        new GraphError(400, 80001, '(#80001) There have been too many calls to this Page account.', {
          headers: throttledUsage('pages'),
        }),
      );
    case 'throttle_instagram':
      return errorAnswer(
        new GraphError(400, 80002, '(#80002) There have been too many calls to this Instagram account.', {
          headers: throttledUsage('instagram'),
        }),
      );
    case 'token_invalid':
      return errorAnswer(
        tokenRejected(460, 'The session has been invalidated because the password was changed.'),
      );
    case 'server_error':
      return serverError();
    case 'server_error_after_effect':
      perform();
      return serverError();
    case 'lost_answer':
      return { ...perform(), cutConnection: true };
    case 'slow':
      return { ...perform(), delayMilliseconds: fault.delayMilliseconds };
  }
}

const AppThrottled = {
  'x-app-usage': JSON.stringify({ call_count: 100, total_time: 40, total_cputime: 35 }),
};

function throttledUsage(type: 'pages' | 'instagram'): Record<string, string> {
  const usage = {
    type,
    call_count: 100,
    total_cputime: 23,
    total_time: 23,
    estimated_time_to_regain_access: 1,
  };
  return { 'x-business-use-case-usage': JSON.stringify({ '0': [usage] }) };
}

function serverError(): WorldResponse {
  return errorAnswer(new GraphError(500, 2, 'Service temporarily unavailable'));
}
