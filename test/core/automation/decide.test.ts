import { describe, expect, it } from 'vitest';
import { applyVerdict } from '../../../shared/core/automation/apply-verdict.ts';
import { EmptyBlocklist } from '../../../shared/core/automation/blocklist.ts';
import { type DecisionInput, decide } from '../../../shared/core/automation/decide.ts';
import {
  anAnalysis,
  anInteraction,
  anOrganization,
  aRule,
  Noon,
} from '../../support/conversation-builders.ts';

function input(overrides: Partial<DecisionInput> = {}): DecisionInput {
  return {
    interaction: anInteraction(),
    missingAnalysis: null,
    isFromOwnAccount: false,
    account: { channelType: 'corporate', automationEnabledAt: '2026-11-01T00:00:00.000Z' },
    campaignId: null,
    rules: [aRule()],
    usedToday: () => 0,
    blocklist: EmptyBlocklist,
    templates: new Map([['template_1', 'Hello {author_name}!']]),
    variables: { author_name: 'Lena', content_title: null, campaign_name: null },
    organization: anOrganization({ signature: 'Your Bean Bar' }),
    now: Noon,
    ...overrides,
  };
}

const withTemplate = (templateIds: string[]) => aRule({ action: { type: 'reply_template', templateIds } });

describe('a decision', () => {
  it('AR-01 lets the matching rule answer, with the signature on a line of its own', () => {
    const { decision, text } = decide(input());
    expect(decision).toEqual({
      decidedAt: Noon,
      outcome: 'reply',
      shouldAutoReply: true,
      reason: 'rule_matched',
      blockedBy: null,
      ruleId: 'rule_1',
      ruleName: 'Thank for praise',
    });
    expect(text).toEqual({ kind: 'prepared', text: 'Thank you so much!', signature: 'Your Bean Bar' });
  });

  it('CM-18 leaves the signature out where the rule says so', () => {
    const action = { type: 'reply_fixed', texts: ['Hi!'], includeSignature: false };
    expect(decide(input({ rules: [aRule({ action })] })).text).toEqual({
      kind: 'prepared',
      text: 'Hi!',
      signature: '',
    });
  });

  it('AR-08 fills in the template of the rule', () => {
    expect(decide(input({ rules: [withTemplate(['template_1'])] })).text).toMatchObject({
      text: 'Hello Lena!',
    });
  });

  const blockedBy = (code: string) => ({ outcome: 'manual', shouldAutoReply: false, reason: code });
  const organization = (overrides: object) => ({ organization: anOrganization(overrides) });

  it.each<[string, Partial<DecisionInput>, object]>([
    [
      'AR-02 a medical question',
      { interaction: anInteraction({ analysis: anAnalysis({ isMedicalQuestion: true }) }) },
      { ...blockedBy('medical'), blockedBy: 'safety:medical' },
    ],
    [
      'AR-03 a medical question that only the word lists see',
      { interaction: anInteraction({ text: 'Can I drink it while pregnant?' }) },
      { ...blockedBy('medical'), blockedBy: 'safety:medical' },
    ],
    [
      'AR-11 a word of the blocklist',
      { blocklist: { ...EmptyBlocklist, words: ['FLAT WHITE'] } },
      { ...blockedBy('blocklist'), blockedBy: 'blocklist' },
    ],
    [
      'AR-22 an own account as author',
      { isFromOwnAccount: true },
      { outcome: 'recorded', reason: 'from_owner', blockedBy: 'safety:from_owner' },
    ],
    [
      'AR-02 a missing analysis',
      { interaction: anInteraction({ analysis: null }), missingAnalysis: 'invalid' },
      { ...blockedBy('analysis_missing'), blockedBy: 'safety:analysis_missing' },
    ],
    [
      'AR-07 no rule that matches',
      { rules: [aRule({ scope: { providers: ['tiktok'] } })] },
      { ...blockedBy('no_match'), blockedBy: null, ruleId: null },
    ],
    [
      'AR-07 no rule that is enabled',
      { rules: [aRule({ enabled: false })] },
      { outcome: 'inbox', reason: 'no_automation', blockedBy: null },
    ],
    [
      'AR-02 automation that was never switched on for the account',
      { account: { channelType: 'corporate', automationEnabledAt: null } },
      { outcome: 'inbox', reason: 'no_automation', blockedBy: null },
    ],
    [
      'AR-10 a day that is spent',
      { usedToday: () => 50 },
      { ...blockedBy('daily_limit_spent'), blockedBy: 'limit:daily', ruleId: 'rule_1' },
    ],
    [
      'AR-18 automation that is paused',
      organization({ automationPausedAt: Noon }),
      { ...blockedBy('automation_paused'), blockedBy: 'kill_switch' },
    ],
    [
      'AR-18 dry run',
      organization({ dryRun: true }),
      { outcome: 'dry_run', shouldAutoReply: true, blockedBy: 'dry_run' },
    ],
    [
      'AR-08 a template that is gone',
      { rules: [withTemplate(['template_2'])] },
      { ...blockedBy('template_missing'), blockedBy: 'text:template_missing' },
    ],
    [
      'CM-18 a variable without a value',
      { rules: [withTemplate(['template_1'])], variables: { author_name: '' } },
      { ...blockedBy('missing_variable'), blockedBy: 'text:missing_variable' },
    ],
    [
      'AR-08 a text that the platform would refuse',
      {
        interaction: anInteraction({ provider: 'tiktok' }),
        rules: [aRule({ action: { type: 'reply_fixed', texts: ['x'.repeat(151)] } })],
      },
      { ...blockedBy('text_too_long'), blockedBy: 'text:text_too_long' },
    ],
  ])('%s decides differently', (_what, overrides, expected) => {
    expect(decide(input(overrides)).decision).toMatchObject(expected);
  });

  it('AR-02 sends a medical question to people even where no rule is enabled', () => {
    const interaction = anInteraction({ analysis: anAnalysis({ isMedicalQuestion: true }) });
    expect(decide(input({ interaction, rules: [] })).decision).toMatchObject({
      outcome: 'manual',
      reason: 'medical',
    });
  });
});

describe('a decision on its interaction', () => {
  const applied = (overrides: Partial<DecisionInput> = {}) => {
    const given = input(overrides);
    return applyVerdict(given.interaction, decide(given), Noon);
  };

  it('AR-09 AR-10 schedules the reply: due after its delay, at the latest a day after capture', () => {
    const { interaction, execution, wakeInSeconds } = applied();
    expect(interaction.status).toBe('reply_scheduled');
    expect(interaction.pendingReply).toMatchObject({
      state: 'due',
      dueAt: '2026-11-20T12:02:00.000Z',
      nextAt: '2026-11-20T12:02:00.000Z',
      wakeAt: '2026-11-20T12:07:00.000Z',
      latestSendAt: '2026-11-21T12:00:00.000Z',
      attempts: 0,
    });
    expect([execution, wakeInSeconds]).toEqual([undefined, 120]);
  });

  it('AR-09 leaves a delay beyond the queue’s 15 minutes to the timer', () => {
    const { interaction, wakeInSeconds } = applied({ rules: [aRule({ delaySeconds: 3_600 })] });
    expect(interaction.pendingReply).toMatchObject({ wakeAt: '2026-11-20T13:00:00.000Z' });
    expect(wakeInSeconds).toBeUndefined();
  });

  it('AR-09 sends an overdue reply at once', () => {
    const { interaction, wakeInSeconds } = applied({
      interaction: anInteraction({
        capturedAt: '2026-11-20T11:00:00.000Z',
        textSeenAt: '2026-11-20T11:00:00.000Z',
      }),
    });
    expect(interaction.pendingReply).toMatchObject({ dueAt: '2026-11-20T11:02:00.000Z', nextAt: Noon });
    expect(wakeInSeconds).toBe(0);
  });

  it('AR-14 records a fired block at once, with the interaction in the manual queue', () => {
    const { interaction, execution } = applied({ blocklist: { ...EmptyBlocklist, words: ['flat white'] } });
    expect(interaction).toMatchObject({
      status: 'manual',
      manualReason: { code: 'blocklist', detail: 'flat white', since: Noon },
    });
    expect(execution).toMatchObject({
      outcome: 'blocked',
      blockedBy: 'blocklist',
      shouldAutoReply: false,
      trace: [],
    });
  });

  it('AR-14 keeps a mere no_match as a reason, without a record', () => {
    const { interaction, execution } = applied({ rules: [aRule({ scope: { providers: ['tiktok'] } })] });
    expect(interaction).toMatchObject({ status: 'manual', manualReason: { code: 'no_match' } });
    expect(execution).toBeUndefined();
  });

  it('AR-18 records in dry run what would have been posted, and posts nothing', () => {
    const { interaction, execution } = applied({ organization: anOrganization({ dryRun: true }) });
    expect([interaction.status, interaction.pendingReply]).toEqual(['new', null]);
    expect(execution).toMatchObject({
      outcome: 'dry_run',
      preparedText: 'Thank you so much!',
      postedText: null,
    });
  });

  describe('for a platform whose terms want a consent', () => {
    const interaction = anInteraction({ provider: 'youtube' });
    const account = { channelType: 'corporate', automationEnabledAt: '2026-11-01T00:00:00.000Z' } as const;

    it('CM-09 leaves everything to people until an owner or admin has agreed', () => {
      expect(decide(input({ interaction, account })).decision).toMatchObject({
        outcome: 'manual',
        reason: 'no_consent',
        blockedBy: 'account:no_consent',
      });
      const agreed = { ...account, automationConsentAt: '2026-11-02T00:00:00.000Z' };
      expect(decide(input({ interaction, account: agreed })).decision.outcome).toBe('reply');
    });

    it('CM-09 asks for no consent where nothing is automated', () => {
      expect(decide(input({ interaction, account, rules: [] })).decision).toMatchObject({
        outcome: 'inbox',
        reason: 'no_automation',
      });
    });
  });
});
