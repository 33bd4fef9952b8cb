import { describe, expect, it } from 'vitest';
import { capabilitiesFor } from '../../../shared/core/accounts/capabilities.ts';
import { EmptyBlocklist } from '../../../shared/core/automation/blocklist.ts';
import { safetyFactsOf } from '../../../shared/core/automation/decide.ts';
import { recheck } from '../../../shared/core/replies/steps.ts';
import {
  anAccount,
  anInteraction,
  anOrganization,
  aPendingReply,
  Noon,
} from '../../support/conversation-builders.ts';

const account = anAccount({ provider: 'instagram' });
const attempted = aPendingReply({ state: 'uncertain', attempts: 1, attemptedAt: '2026-11-20T11:50:00.000Z' });

function recheckOf(kind: 'comment' | 'mention') {
  const interaction = anInteraction({ provider: 'instagram', kind });
  const facts = { interaction, isFromOwnAccount: false, account, blocklist: EmptyBlocklist, now: Noon };
  const safety = safetyFactsOf(facts, 'sending');
  return recheck(interaction, attempted, { now: Noon, organization: anOrganization(), account, safety });
}

describe('a mention on Instagram', () => {
  it('AR-12 is left to people after an attempt with an unknown end, as a comment is whose list shows no answer', () => {
    const asked = { kind: 'manual', reason: 'may_be_answered', detail: undefined };
    expect([recheckOf('mention'), recheckOf('comment')]).toEqual([asked, asked]);
  });

  it('CM-20 can be answered and nothing else', () => {
    expect(capabilitiesFor({ provider: 'instagram', kind: 'mention' })).toMatchObject({
      reply: 'top-level',
      hide: false,
      deleteOthers: false,
      like: false,
      privateReply: false,
    });
    expect(capabilitiesFor({ provider: 'instagram', kind: 'comment' })).toMatchObject({ hide: true });
  });
});
