import { describe, expect, it } from 'vitest';
import { firedBlocks, type SafetyFacts } from '../../../shared/core/automation/safety.ts';
import { anAnalysis, Noon } from '../../support/conversation-builders.ts';

const clean = { medical: false, escalation: false, matched: [] };

function facts(overrides: Partial<SafetyFacts> = {}): SafetyFacts {
  return {
    phase: 'decision',
    now: Noon,
    status: 'new',
    isAnswered: false,
    isReopened: false,
    isFromOwner: false,
    blocklistHits: [],
    analysis: anAnalysis(),
    screen: clean,
    commentedAt: Noon,
    automationEnabledAt: '2026-11-01T00:00:00.000Z',
    lacksConsent: false,
    ...overrides,
  };
}

const cases: [code: string, consequence: 'manual' | 'recorded', overrides: Partial<SafetyFacts>][] = [
  ['from_owner', 'recorded', { isFromOwner: true }],
  ['already_answered', 'recorded', { isAnswered: true }],
  ['not_new', 'recorded', { status: 'manual' }],
  ['medical', 'manual', { analysis: anAnalysis({ isMedicalQuestion: true }) }],
  ['medical', 'manual', { screen: { ...clean, medical: true } }],
  ['escalation', 'manual', { analysis: anAnalysis({ requiresEscalation: true }) }],
  ['escalation', 'manual', { screen: { ...clean, escalation: true } }],
  ['blocklist', 'manual', { blocklistHits: ['competitor'] }],
  ['spam', 'recorded', { analysis: anAnalysis({ isSpam: true }) }],
  ['reopened', 'recorded', { isReopened: true }],
  ['too_old', 'recorded', { commentedAt: '2026-11-19T11:59:59.999Z' }],
  ['too_old', 'recorded', { automationEnabledAt: '2026-11-20T12:00:00.001Z' }],
  ['too_old', 'recorded', { automationEnabledAt: null }],
  ['analysis_missing', 'manual', { analysis: null }],
  ['unscreened_language', 'manual', { analysis: anAnalysis({ language: 'fr' }) }],
  ['no_consent', 'manual', { lacksConsent: true }],
];

describe('the absolute safety blocks', () => {
  it('AR-02 lets a clean comment pass, at the decision and at sending', () => {
    expect(firedBlocks(facts())).toBeUndefined();
    expect(firedBlocks(facts({ phase: 'sending', status: 'reply_scheduled' }))).toBeUndefined();
  });

  it.each(cases)('AR-02 blocks %s (%s)', (code, consequence, overrides) => {
    expect(firedBlocks(facts(overrides))).toEqual({ codes: [code], consequence });
  });

  it('AR-02 holds every block at sending, but the waiting reply’s own status and the age at decision', () => {
    const fired = cases.map(
      ([, , overrides]) => firedBlocks(facts({ phase: 'sending', ...overrides }))?.codes[0],
    );
    expect(fired.map((code, index) => code ?? `passes: ${cases[index]?.[0]}`)).toEqual([
      'from_owner',
      'already_answered',
      'not_new',
      'medical',
      'medical',
      'escalation',
      'escalation',
      'blocklist',
      'spam',
      'reopened',
      'passes: too_old',
      'too_old',
      'too_old',
      'analysis_missing',
      'unscreened_language',
      'no_consent',
    ]);
  });

  it('AR-02 names all blocks that fire; what people must see comes before what is merely recorded', () => {
    const analysis = anAnalysis({ isMedicalQuestion: true, isSpam: true, language: 'fr' });
    expect(firedBlocks(facts({ analysis, blocklistHits: ['x'] }))).toEqual({
      codes: ['medical', 'blocklist', 'spam', 'unscreened_language'],
      consequence: 'manual',
    });
  });

  it.each(['en', 'de', 'pt'])('AR-02 lets a comment in %s pass', (language) => {
    expect(firedBlocks(facts({ analysis: anAnalysis({ language }) }))).toBeUndefined();
  });
});
