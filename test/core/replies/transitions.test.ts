import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../../shared/core/interactions/interaction.ts';
import { addSeconds } from '../../../shared/core/kernel/time.ts';
import type { PendingReply } from '../../../shared/core/replies/pending-reply.ts';
import { isClaimable } from '../../../shared/core/replies/transitions.ts';
import { anInteraction, aPendingReply, Noon } from '../../support/conversation-builders.ts';

function waiting(pending: Partial<PendingReply> = {}, overrides: Partial<Interaction> = {}): Interaction {
  return anInteraction({ status: 'reply_scheduled', pendingReply: aPendingReply(pending), ...overrides });
}

const attemptedAt = addSeconds(Noon, -600);

describe('the claim of a reply', () => {
  it.each([
    ['its time has come', true, waiting()],
    ['its time has not come', false, waiting({ nextAt: addSeconds(Noon, 1) })],
    ['nothing waits', false, anInteraction()],
    ['it was handed to people', false, waiting({}, { status: 'manual' })],
    ['somebody works on it', false, waiting({}, { lease: { token: 'other', until: addSeconds(Noon, 1) } })],
    ['a lease has ended', true, waiting({}, { lease: { token: 'other', until: Noon } })],
    ['the quiet period is over', true, waiting({ state: 'uncertain', attempts: 1, attemptedAt })],
    ['the quiet period lasts', false, waiting({ attemptedAt: addSeconds(attemptedAt, 1), attempts: 1 })],
  ])('AR-12 when %s: %s', (_when, claimable, interaction) => {
    expect(isClaimable(interaction, 600, Noon)).toBe(claimable);
  });
});
