import type { ProviderError, ProviderFailure } from '../../core/accounts/provider-error.ts';
import type { Look, PostOutcome, RefusalCode } from '../../core/replies/platform.ts';

export function lookFailed(error: ProviderError): Look {
  if (error.failure === 'gone') return { kind: 'gone' };
  return { kind: 'unavailable', reason: error.message, retryAfterSeconds: error.retryAfterSeconds };
}

const RefusalOf: Partial<Record<ProviderFailure, RefusalCode>> = {
  unreachable: 'throttled',
  throttled: 'throttled',
  token_rejected: 'token_rejected',
  gone: 'comment_gone',
  permission_missing: 'not_allowed',
  blocked: 'not_allowed',
  invalid_request: 'not_allowed',
  window_closed: 'window_closed',
};

/** A refusal only where Graph certainly published nothing; a duplicate says that the text may be there already. */
export function postFailed(error: ProviderError): PostOutcome {
  const code = RefusalOf[error.failure];
  if (code === undefined) return { kind: 'uncertain', reason: error.message };
  return { kind: 'refused', code, reason: error.message, retryAfterSeconds: error.retryAfterSeconds };
}
