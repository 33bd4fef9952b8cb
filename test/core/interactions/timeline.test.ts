import { describe, expect, it } from 'vitest';
import { applyVerdict } from '../../../shared/core/automation/apply-verdict.ts';
import { EmptyBlocklist } from '../../../shared/core/automation/blocklist.ts';
import { type DecisionInput, decide } from '../../../shared/core/automation/decide.ts';
import type { Interaction } from '../../../shared/core/interactions/interaction.ts';
import { newInteraction, revised } from '../../../shared/core/interactions/new-interaction.ts';
import { timelineOf } from '../../../shared/core/interactions/timeline.ts';
import {
  answeredElsewhere,
  handedToPeople,
  published,
  withWait,
} from '../../../shared/core/replies/transitions.ts';
import {
  aCaptured,
  anAccount,
  anAnalysis,
  anInteraction,
  anOrganization,
  aPendingReply,
  aRule,
  Noon,
} from '../../support/conversation-builders.ts';

const Later = '2026-11-20T12:02:00.000Z';

function decided(overrides: Partial<DecisionInput>): Interaction {
  const input: DecisionInput = {
    interaction: anInteraction(),
    missingAnalysis: null,
    isFromOwnAccount: false,
    account: anAccount(),
    campaignId: null,
    rules: [aRule()],
    usedToday: () => 0,
    blocklist: EmptyBlocklist,
    templates: new Map(),
    variables: {},
    organization: anOrganization(),
    now: Noon,
    ...overrides,
  };
  return applyVerdict(input.interaction, decide(input), Noon).interaction;
}

const said = (text: string) => ({ ...newInteraction(aCaptured({ text })), analysis: anAnalysis() });
const scheduled = decided({});
const pending = scheduled.pendingReply ?? aPendingReply();
const waitingFor = (code: 'limit_hourly' | 'limit_daily' | 'limit_cooldown') =>
  withWait(scheduled, pending, { until: Later, waitingFor: code });
const handedOver = (reason: 'rule_changed' | 'edited_again') =>
  handedToPeople(scheduled, pending, { reason }, Later).interaction;
const reply = { text: 'Thank you so much!', externalReplyId: 'reply_1', repliedAt: Later };
const byOwner = { ...reply, repliedBy: 'user', memberId: null } as const;

describe('the timeline', () => {
  it.each<[name: string, interaction: Interaction, words: string]>([
    ['answered', published(scheduled, pending, reply, Later).interaction, 'Answered by a rule.'],
    ['medical', decided({ interaction: said('Is it safe while pregnant?') }), 'medical question'],
    ['escalation', decided({ interaction: said('My lawyer will call you.') }), 'careful hand'],
    [
      'blocklist',
      decided({ blocklist: { ...EmptyBlocklist, words: ['flat white'] } }),
      'holds something from your blocklist',
    ],
    ['no match', decided({ rules: [aRule({ scope: { providers: ['tiktok'] } })] }), 'No rule fits.'],
    ['hourly limit', waitingFor('limit_hourly'), 'as often as it may in an hour'],
    ['daily limit', waitingFor('limit_daily'), 'as often as it may on a day'],
    ['daily limit at the decision', decided({ usedToday: () => 50 }), 'has spent its limit of the day'],
    ['cooldown', waitingFor('limit_cooldown'), 'got a reply from this rule a short while ago'],
    ['rule edited while waiting', handedOver('rule_changed'), 'The rule was edited while the reply waited.'],
    ['comment edited twice', handedOver('edited_again'), 'edited a second time while the reply waited'],
    [
      'comment edited while waiting',
      revised(scheduled, aCaptured({ text: 'Other words', capturedAt: Later })),
      'Its author changed the text.',
    ],
    [
      'person was faster',
      answeredElsewhere(scheduled, pending, byOwner, Later).interaction,
      'A person answered on the platform.',
    ],
    [
      'kill switch',
      decided({ organization: anOrganization({ automationPausedAt: Noon }) }),
      'All automation is paused.',
    ],
    [
      'model down',
      decided({ interaction: anInteraction({ analysis: null }), missingAnalysis: 'unavailable' }),
      'The language model did not answer in time.',
    ],
  ])('AR-01 says in words why it was or was not answered: %s', (_case, interaction, words) => {
    const story = timelineOf(interaction)
      .map(({ text }) => text)
      .join('\n');
    expect(story).toContain(words);
  });

  it('AR-08 tells that a reply is being written, and when it is due', () => {
    const action = { type: 'reply_ai', tone: 'friendly' };
    const last = timelineOf(decided({ rules: [aRule({ action })] })).at(-1);
    expect(last).toMatchObject({
      step: 'waiting',
      code: 'preparing',
      text: 'The reply waits until 20 November 2026, 12:02 UTC. Its text is being written.',
    });
  });

  it('AR-08 shows the text that the gate refused to the person who gets the comment', () => {
    const refused = { text: 'See evil.example', failed: [{ check: 'link', found: 'evil.example' } as const] };
    const why = { reason: 'gate:link', blockedBy: 'gate:link', detail: 'evil.example', refused } as const;
    expect(timelineOf(handedToPeople(scheduled, pending, why, Later).interaction).at(-1)).toMatchObject({
      step: 'manual',
      code: 'gate:link',
      text: 'Waits for a person. The generated reply held a link that no template has. (evil.example)',
      facts: { detail: 'evil.example', refusedReply: refused },
    });
  });

  it('AR-01 tells what happened in its order', () => {
    const { interaction } = published(scheduled, pending, reply, Later);
    expect(timelineOf(interaction).map(({ step, text }) => [step, text])).toEqual([
      ['captured', 'The platform reported it.'],
      ['analysed', 'Understood as positive, 95 % sure.'],
      ['decided', 'A rule answers it. Rule: Thank for praise.'],
      ['replied', 'Answered by a rule.'],
    ]);
  });
});
