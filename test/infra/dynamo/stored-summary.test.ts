import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../shared/core/interactions/interaction-summary.ts';
import {
  hasFlag,
  hasValue,
  storedSummary,
  summaryFrom,
} from '../../../shared/infra/dynamo/stored-summary.ts';
import { anInteraction } from '../../support/conversation-builders.ts';

describe('the summary of an interaction in its row', () => {
  it('holds what lists show and differs from the usual, under one letter each', () => {
    expect(storedSummary(anInteraction())).toEqual({
      p: 'facebook',
      a: 'acc_page',
      c: anInteraction().contentId,
      s: 'new',
      n: 'Lena',
      t: 'Your flat white is wonderful!',
      e: 'positive',
      l: 'en',
    });
  });

  it('CM-15 gives back every field that lists show', () => {
    for (const interaction of [
      anInteraction(),
      anInteraction({
        contentId: null,
        kind: 'reply',
        status: 'replied',
        screen: { medical: true, escalation: true, matched: ['insulin'] },
        manualReason: { code: 'medical', detail: null, since: '2026-11-20T12:00:00.000Z' },
        isFromOwner: true,
        isHidden: true,
        isRead: true,
        assigneeId: 'mem_ana',
        tags: ['vip', 'press'],
      }),
    ]) {
      const { interactionId, commentedAt } = interaction;
      expect(summaryFrom({ summary: storedSummary(interaction) }, interactionId, commentedAt)).toEqual(
        summaryOf(interaction),
      );
    }
  });

  it('looks for a usual value where none is stored', () => {
    expect([hasValue('isRead', false), hasValue('isRead', true), hasValue('kind', 'comment')]).toEqual([
      { absent: 'summary.d' },
      { equals: ['summary.d', true] },
      { absent: 'summary.k' },
    ]);
    expect(hasFlag('medical')).toEqual({ contains: ['summary.f', 'medical'] });
  });
});
