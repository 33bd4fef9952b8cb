import type { WorldResponse } from '../provider.ts';
import { errorAnswer } from './api.ts';
import type { Fault, TiktokState } from './state.ts';
import { TiktokError, throttled, tokenInvalid } from './tiktok-error.ts';

/** Takes the first scripted fault that fits the call; each is used as often as it says. */
export function takeFault(state: TiktokState, method: string, path: string): Fault | undefined {
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
    case 'throttle':
      return errorAnswer(throttled());
    case 'token_invalid':
      return errorAnswer(tokenInvalid());
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

function serverError(): WorldResponse {
  return errorAnswer(new TiktokError(50_000, 'System error. Please retry later.'));
}
