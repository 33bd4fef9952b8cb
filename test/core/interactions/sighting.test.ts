import { describe, expect, it } from 'vitest';
import type { RemovedInteraction } from '../../../shared/core/interactions/captured-interaction.ts';
import { newInteraction, revised } from '../../../shared/core/interactions/new-interaction.ts';
import { newsOf } from '../../../shared/core/interactions/sighting.ts';
import { addSeconds } from '../../../shared/core/kernel/time.ts';
import { aCaptured, Noon } from '../../support/conversation-builders.ts';

const later = addSeconds(Noon, 60);
const seen = (overrides: Parameters<typeof aCaptured>[0] = {}) => ({
  kind: 'seen' as const,
  interaction: aCaptured(overrides),
});
const removal: RemovedInteraction = {
  provider: 'facebook',
  accountId: 'acc_page',
  externalId: 'post_1_comment_1',
  removedAt: later,
};
const removed = { kind: 'removed' as const, removal };
const known = newInteraction(aCaptured());
const posting = { ...known, lease: { token: 'lease_1', until: addSeconds(later, 1) } };

describe('what a sighting means', () => {
  it('CM-11 takes an unknown comment for new', () => {
    expect(newsOf(seen(), undefined, later)).toEqual({ kind: 'new', captured: aCaptured() });
  });

  it('CM-11 takes the same text for a redelivery', () => {
    expect(newsOf(seen({ capturedAt: later }), known, later)).toEqual({ kind: 'nothing' });
  });

  it('CM-11 takes another text that was seen later for an edit, and one seen earlier for old news', () => {
    const captured = aCaptured({ text: 'Changed', capturedAt: later });
    expect(newsOf({ kind: 'seen', interaction: captured }, known, later)).toEqual({
      kind: 'edited',
      known,
      captured,
    });
    expect(newsOf(seen({ text: 'Changed', capturedAt: addSeconds(Noon, -1) }), known, later)).toEqual({
      kind: 'nothing',
    });
  });

  it('CM-10 takes a message that is delivered late or again for what the platform showed when it was written', () => {
    const added = aCaptured({ asOf: Noon, capturedAt: addSeconds(Noon, 3) });
    const edited = aCaptured({ text: 'Changed', asOf: addSeconds(Noon, 2), capturedAt: addSeconds(Noon, 4) });
    const afterEdit = revised(newInteraction(added), edited);
    expect(newsOf({ kind: 'seen', interaction: edited }, newInteraction(added), later)).toMatchObject({
      kind: 'edited',
    });
    const again = { ...added, capturedAt: later };
    expect(newsOf({ kind: 'seen', interaction: again }, afterEdit, later)).toEqual({ kind: 'nothing' });
    expect(newsOf({ kind: 'seen', interaction: added }, newInteraction(edited), later)).toEqual({
      kind: 'nothing',
    });
  });

  it('CM-11 believes counts and visibility of a sync pass only', () => {
    const changed = { likeCount: 3, isHidden: true, capturedAt: later };
    expect(newsOf(seen({ ...changed, source: 'webhook' }), known, later)).toEqual({ kind: 'nothing' });
    expect(newsOf(seen({ ...changed, source: 'sync' }), known, later)).toMatchObject({ kind: 'touched' });
  });

  it('CM-09 writes what must be gone after some time again, when it is seen again near its end', () => {
    const expiresAt = addSeconds(Noon, 30 * 86_400);
    const kept = newInteraction(aCaptured({ expiresAt }));
    const seenAfter = (days: number) =>
      newsOf(seen({ source: 'sync', capturedAt: addSeconds(Noon, days * 86_400) }), kept, later).kind;
    expect([20, 23, 24].map(seenAfter)).toEqual(['nothing', 'nothing', 'touched']);
  });

  it('CM-11 lets a removal win, whether it comes before or after the comment', () => {
    expect(newsOf(removed, undefined, later)).toEqual({ kind: 'removed_unseen', removal });
    expect(newsOf(removed, known, later)).toEqual({ kind: 'removed', known, removal });
    expect(newsOf(seen({ text: 'Changed', capturedAt: later }), 'removed', later)).toEqual({
      kind: 'nothing',
    });
    expect(
      newsOf(seen({ text: 'Changed', capturedAt: later }), { ...known, status: 'deleted' }, later),
    ).toEqual({
      kind: 'nothing',
    });
  });

  it('AR-13 looks again later while a reply is being posted', () => {
    expect(newsOf(removed, posting, later)).toEqual({ kind: 'busy' });
    expect(newsOf(seen({ text: 'Changed', capturedAt: later }), posting, later)).toEqual({ kind: 'busy' });
    expect(newsOf(removed, posting, addSeconds(later, 1))).toMatchObject({ kind: 'removed' });
  });
});
