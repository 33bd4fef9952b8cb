import type { WorldRequest, WorldResponse } from '../provider.ts';
import type { Fault, YouTubeState } from './state.ts';
import { errorAnswer, quotaExceeded, unauthorized, YouTubeError } from './youtube-error.ts';

/** Takes the first scripted fault that fits the call; each is used as often as it says. */
export function takeFault(state: YouTubeState, { method, path }: WorldRequest): Fault | undefined {
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
    case 'quota_exceeded':
      return errorAnswer(quotaExceeded());
    case 'rate_limited':
      return errorAnswer(new YouTubeError(403, 'rateLimitExceeded', 'Rate Limit Exceeded', 'usageLimits'));
    case 'token_invalid':
      return errorAnswer(unauthorized());
    case 'server_error':
      return backendError();
    case 'server_error_after_effect':
      perform();
      return backendError();
    case 'lost_answer':
      return { ...perform(), cutConnection: true };
    case 'slow':
      return { ...perform(), delayMilliseconds: fault.delayMilliseconds };
  }
}

function backendError(): WorldResponse {
  return errorAnswer(new YouTubeError(503, 'backendError', 'Backend Error', 'global'));
}
