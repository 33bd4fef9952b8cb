import { ProviderError, type ProviderFailure } from '../../core/accounts/provider-error.ts';

/**
 * What the codes of the Accounts API mean. Its documentation lists few of them: 40100 and 40113 are documented or seen,
 * 40001, 40002, 40104 and 40105 are those of the whole API for Business and not confirmed for comments.
 */
const FailureOfCode: Record<number, ProviderFailure> = {
  40001: 'permission_missing',
  40002: 'invalid_request',
  40008: 'invalid_request',
  40100: 'throttled',
  40104: 'token_rejected',
  40105: 'token_rejected',
  // The operators' credentials are wrong: nothing was done, and no account has to be connected again for it.
  40113: 'unreachable',
};

/** TikTok names no time but the documentation: five minutes. */
const ThrottledSeconds = 300;

/** A code that nobody knows says nothing about what was done, like those from 50000 on. */
export function failureOf(code: number): ProviderFailure {
  return FailureOfCode[code] ?? 'outage';
}

export function tiktokError(code: number, message: string): ProviderError {
  const failure = failureOf(code);
  return new ProviderError(failure, textOf(failure, message), {
    platformCode: String(code),
    retryAfterSeconds: failure === 'throttled' ? ThrottledSeconds : undefined,
  });
}

function textOf(failure: ProviderFailure, message: string): string {
  if (failure === 'token_rejected') return 'TikTok no longer accepts the access. Connect the account again.';
  if (failure === 'permission_missing')
    return `TikTok does not allow this with the permissions that were granted: ${message}`;
  return `TikTok answered: ${message}`;
}
