import { describe, expect, it } from 'vitest';
import { googleError } from '../../../shared/infra/google/google-error.ts';

const answerOf = (status: number, reason: string) => {
  const json = { error: { code: status, message: 'Told so.', errors: [{ reason }] } };
  return googleError({ status, headers: {}, text: JSON.stringify(json) }, json);
};

describe('errors of the YouTube Data API', () => {
  it.each([
    [401, 'authError', 'token_rejected'],
    [403, 'quotaExceeded', 'throttled'],
    [403, 'rateLimitExceeded', 'throttled'],
    [403, 'commentsDisabled', 'invalid_request'],
    [403, 'forbidden', 'permission_missing'],
    [403, 'ineligibleAccount', 'permission_missing'],
    [404, 'commentNotFound', 'gone'],
    [400, 'operationNotSupported', 'invalid_request'],
    [400, 'commentTextTooLong', 'invalid_request'],
    [400, 'processingFailure', 'outage'],
    [503, 'backendError', 'outage'],
    [403, 'neverHeardOf', 'invalid_request'],
    [500, 'neverHeardOf', 'outage'],
  ])('CM-04 reads %i %s as %s', (status, reason, failure) => {
    expect(answerOf(status, reason)).toMatchObject({ failure, platformCode: reason });
  });

  it('CM-06 waits a minute after too many calls at once, and as long as the day when the day is spent', () => {
    expect(answerOf(403, 'userRateLimitExceeded').retryAfterSeconds).toBe(60);
    expect(answerOf(403, 'dailyLimitExceeded').retryAfterSeconds).toBeUndefined();
  });

  it('CM-04 takes a page of HTML for an outage only where the server failed', () => {
    const text = '<html>502</html>';
    expect(googleError({ status: 502, headers: {}, text }, undefined).failure).toBe('outage');
  });
});
