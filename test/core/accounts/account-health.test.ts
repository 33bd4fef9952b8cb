import { describe, expect, it } from 'vitest';
import { checkHealth } from '../../../shared/core/accounts/account-health.ts';
import { ProviderError } from '../../../shared/core/accounts/provider-error.ts';
import type { SocialAccount } from '../../../shared/core/accounts/social-account.ts';
import { anAccount, Noon } from '../../support/conversation-builders.ts';

const messagesOf = async (overrides: Partial<SocialAccount>) => {
  const { findings } = await checkHealth(async () => [], anAccount(overrides), 'token', Noon);
  return findings.map(({ severity, message }) => `${severity}: ${message}`);
};

describe('the health of an account', () => {
  it.each([
    ['2026-12-04T12:00:00.000Z', []],
    [
      '2026-11-26T13:00:00.000Z',
      ['warning: The token expires in 6 days. Connect the account again before then.'],
    ],
    [
      '2026-11-21T12:00:00.000Z',
      ['warning: The token expires in 1 day. Connect the account again before then.'],
    ],
    ['2026-11-20T11:59:00.000Z', ['error: The token has expired. Connect the account again.']],
  ])('CM-03 says two weeks ahead that a token expires: %s', async (tokenExpiresAt, expected) => {
    expect(await messagesOf({ tokenExpiresAt })).toEqual(expected);
  });

  it('CM-08 CM-09 names what its owner did not allow or agree to', async () => {
    expect(await messagesOf({ limitations: ['no_comments', 'no_replies'] })).toEqual([
      'warning: The owner of “Bean Bar” did not allow reading its comments. Connect it again and allow it.',
      'warning: The owner of “Bean Bar” did not allow answering its comments. Connect it again and allow it.',
    ]);
    expect(await messagesOf({ provider: 'youtube' })).toEqual([
      'warning: Automation is on, but nobody has agreed to it for this channel as YouTube asks.',
    ]);
    expect(await messagesOf({ provider: 'youtube', automationConsentAt: Noon })).toEqual([]);
  });

  it('CM-04 says so when it cannot be checked', async () => {
    const inspect = async () => {
      throw new ProviderError('outage', 'Service temporarily unavailable');
    };
    expect(await checkHealth(inspect, anAccount(), 'token', Noon)).toEqual({
      checkedAt: Noon,
      findings: [
        {
          code: 'not_checked',
          severity: 'warning',
          message: 'What the access allows could not be checked: Service temporarily unavailable',
        },
      ],
    });
  });
});
