import { describe, expect, it } from 'vitest';
import type { CapturedInteraction } from '../../../shared/core/interactions/captured-interaction.ts';
import { recogniseOwner } from '../../../shared/core/interactions/recognise-owner.ts';
import { aCaptured } from '../../support/conversation-builders.ts';

const accounts = new Map([['acc_1', { provider: 'instagram', name: 'beanbar' }]] as const);

const isOwn = (said: Partial<CapturedInteraction>) => {
  const interaction = aCaptured({ provider: 'instagram', accountId: 'acc_1', isFromOwner: false, ...said });
  const seen = recogniseOwner({ kind: 'seen', interaction }, accounts);
  return seen.kind === 'seen' && seen.interaction.isFromOwner;
};
const by = (name: string) => ({
  externalId: 'scoped',
  name,
  avatarUrl: null,
  followers: null,
  verified: null,
});

describe('a comment of the account itself', () => {
  it('CM-13 is known on Instagram by its user name, whatever id the webhook gives it', () => {
    expect(isOwn({ author: by('beanbar') })).toBe(true);
    expect(isOwn({ author: by('beanbar.fan') })).toBe(false);
    expect(isOwn({ author: by('') })).toBe(false);
  });

  it('CM-13 is not known by its name where others may have the same', () => {
    expect(isOwn({ provider: 'facebook', author: by('beanbar') })).toBe(false);
  });
});
