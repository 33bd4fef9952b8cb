import * as z from 'zod';
import { ProviderError, type ProviderFailure } from '../../core/accounts/provider-error.ts';
import type { HttpAnswer } from '../http/http-client.ts';

const ErrorEnvelope = z.object({
  error: z.object({
    message: z.string().default(''),
    errors: z.array(z.object({ reason: z.string() })).default([]),
  }),
});

/** YouTube's reasons by what they mean; a reason says more than the HTTP status that it comes with. */
export const FailureOfReason: Record<string, ProviderFailure> = {
  authError: 'token_rejected',
  authorizationRequired: 'token_rejected',
  quotaExceeded: 'throttled',
  dailyLimitExceeded: 'throttled',
  rateLimitExceeded: 'throttled',
  userRateLimitExceeded: 'throttled',
  forbidden: 'permission_missing',
  insufficientPermissions: 'permission_missing',
  ineligibleAccount: 'permission_missing',
  accountDelegationForbidden: 'permission_missing',
  authenticatedUserAccountClosed: 'permission_missing',
  authenticatedUserAccountSuspended: 'permission_missing',
  commentsDisabled: 'invalid_request',
  videoNotFound: 'gone',
  channelNotFound: 'gone',
  playlistNotFound: 'gone',
  commentThreadNotFound: 'gone',
  commentNotFound: 'gone',
  parentCommentNotFound: 'gone',
  /** "Can be transient, usually bad input": nobody promises that it had no effect. */
  processingFailure: 'outage',
  backendError: 'outage',
};

const DailyQuotaReasons = new Set(['quotaExceeded', 'dailyLimitExceeded']);
const RateWaitSeconds = 60;

/** Turns an error of YouTube into a named one; its `platformCode` is the reason. */
export function googleError({ status, text }: HttpAnswer, json: unknown): ProviderError {
  const envelope = ErrorEnvelope.safeParse(json);
  if (!envelope.success) {
    const readable = text.trimStart().startsWith('{') ? 'an unknown error' : 'something that is not JSON';
    return new ProviderError(failureOfStatus(status), `YouTube answered ${status} with ${readable}.`);
  }
  const { message, errors } = envelope.data.error;
  const reason = errors[0]?.reason ?? '';
  const failure = FailureOfReason[reason] ?? failureOfStatus(status);
  return new ProviderError(failure, textOf(failure, message), {
    platformCode: reason || String(status),
    retryAfterSeconds:
      failure === 'throttled' && !DailyQuotaReasons.has(reason) ? RateWaitSeconds : undefined,
  });
}

/** Whether YouTube itself says that the project's units of the day are spent. */
export function isDailyQuotaSpent({ platformCode = '' }: ProviderError): boolean {
  return DailyQuotaReasons.has(platformCode);
}

function failureOfStatus(status: number): ProviderFailure {
  if (status === 401) return 'token_rejected';
  if (status === 404) return 'gone';
  if (status === 429) return 'throttled';
  return status >= 400 && status < 500 ? 'invalid_request' : 'outage';
}

function textOf(failure: ProviderFailure, message: string): string {
  return failure === 'token_rejected'
    ? 'Google no longer accepts the access to this channel. Connect it again.'
    : `YouTube answered: ${message}`;
}
