import { describe, expect, it } from 'vitest';
import type { AccountChanges, AccountStore } from '../../../shared/core/accounts/ports.ts';
import { updateAccount } from '../../../shared/core/accounts/update-account.ts';
import type { TenantContext } from '../../../shared/core/kernel/tenant-context.ts';
import { anAccount } from '../../support/accounts.ts';
import { aContext } from '../../support/contexts.ts';

const now = '2026-11-20T12:00:00.000Z';
const channel = anAccount({ provider: 'youtube' });

function accountsWith(account = channel) {
  const written: AccountChanges[] = [];
  const accounts = {
    find: async () => account,
    update: async (_context: TenantContext, _accountId: string, changes: AccountChanges) => {
      written.push(changes);
      return account;
    },
  } as unknown as AccountStore;
  const edit = (hasAutomationConsent: boolean, context = aContext()) =>
    updateAccount(
      { accounts },
      context,
      { accountId: account.accountId, edit: { hasAutomationConsent }, ifMatch: undefined },
      now,
    );
  return { edit, written };
}

describe('the consent to automation', () => {
  it('CM-09 is recorded with its time and the person who gave it, and can be taken back', async () => {
    const { edit, written } = accountsWith();
    await edit(true, aContext({ memberId: 'mem_ana' }));
    await edit(false);
    expect(written).toEqual([
      { automationConsentAt: now, automationConsentBy: 'mem_ana' },
      { automationConsentAt: null, automationConsentBy: null },
    ]);
  });

  it('CM-09 keeps who gave it first', async () => {
    const earlier = { automationConsentAt: '2026-11-01T00:00:00.000Z', automationConsentBy: 'mem_ana' };
    const { edit, written } = accountsWith({ ...channel, ...earlier });
    await edit(true);
    expect(written).toEqual([{}]);
  });

  it('CM-09 is given by a person, never by an API token', async () => {
    const { edit, written } = accountsWith();
    const token: TenantContext = { ...aContext(), actor: { kind: 'token', tokenId: 'token_1', scopes: [] } };
    await expect(edit(true, token)).rejects.toMatchObject({ code: 'people_only' });
    expect(written).toEqual([]);
  });
});
