import { describe, expect, it } from 'vitest';
import { failureOf, tiktokError } from '../../../shared/infra/tiktok/tiktok-error.ts';

describe('the codes of the Accounts API', () => {
  it.each([
    [40_001, 'permission_missing'],
    [40_002, 'invalid_request'],
    [40_008, 'invalid_request'],
    [40_100, 'throttled'],
    [40_104, 'token_rejected'],
    [40_105, 'token_rejected'],
    [40_113, 'unreachable'],
    [40_999, 'outage'],
    [50_000, 'outage'],
    [51_021, 'outage'],
  ])('CM-04 takes %i for %s', (code, failure) => {
    expect(failureOf(code)).toBe(failure);
  });

  it('CM-06 waits five minutes after a throttle, as TikTok asks', () => {
    expect(tiktokError(40_100, 'Too many requests')).toMatchObject({
      failure: 'throttled',
      retryAfterSeconds: 300,
      platformCode: '40100',
    });
  });

  it('CM-03 says what a person has to do about a rejected token', () => {
    expect(tiktokError(40_105, 'Access token is incorrect').message).toBe(
      'TikTok no longer accepts the access. Connect the account again.',
    );
  });
});
