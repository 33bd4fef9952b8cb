import { describe, expect, it } from 'vitest';
import {
  type InteractionClient,
  platformModeration,
  platformReplies,
} from '../../../shared/core/accounts/platform-interactions.ts';
import type { AccountChanges, AccountStore, TokenVault } from '../../../shared/core/accounts/ports.ts';
import { ProviderError } from '../../../shared/core/accounts/provider-error.ts';
import type { PostOutcome } from '../../../shared/core/replies/platform.ts';
import { anAccount } from '../../support/accounts.ts';
import { aContext } from '../../support/contexts.ts';

const target = {
  interactionId: 'int_1',
  externalId: '5_1',
  kind: 'comment',
  contentExternalId: '5',
  parentExternalId: null,
  authorExternalId: null,
} as const;

function aPlatform(
  outcome: PostOutcome = { kind: 'posted', externalReplyId: '5_2' },
  token: string | null = 'secret',
) {
  const notes: AccountChanges[] = [];
  const calls: unknown[] = [];
  const open: TokenVault['open'] = async () => {
    if (token === null) throw new ProviderError('token_rejected', 'No access is stored.');
    return token;
  };
  const client: InteractionClient = {
    look: async (...call) => {
      calls.push(call);
      return { kind: 'gone' };
    },
    post: async (...call) => {
      calls.push(call);
      return outcome;
    },
    setHidden: async (...call) => void calls.push(call),
    remove: async (...call) => void calls.push(call),
  };
  const note: AccountStore['note'] = async (_context, _accountId, changes) => void notes.push(changes);
  const vault = { open } as TokenVault;
  const accounts = { note } as AccountStore;
  const deps = { clients: { facebook: client }, vault, accounts };
  return { notes, calls, replies: platformReplies(deps), moderation: platformModeration(deps) };
}

describe('answering through a platform', () => {
  it('CM-02 opens the token of the account for the one call', async () => {
    const { replies, calls, notes } = aPlatform();
    const outcome = await replies.post(aContext(), anAccount(), target, 'Yes.');
    expect(outcome).toEqual({ kind: 'posted', externalReplyId: '5_2' });
    expect(calls).toEqual([[anAccount(), target, 'secret', 'Yes.']]);
    expect(notes).toEqual([]);
  });

  it('CM-03 pauses the account when the platform refuses its token', async () => {
    const refused = { kind: 'refused', code: 'token_rejected', reason: 'The password was changed.' } as const;
    const { replies, notes } = aPlatform(refused);
    expect(await replies.post(aContext(), anAccount(), target, 'Yes.')).toEqual(refused);
    expect(notes).toEqual([
      { status: 'needs_reconnect', statusReason: 'The password was changed.', nextAt: null },
    ]);
  });

  it('CM-03 posts nothing without a token, and says so', async () => {
    const { replies, calls } = aPlatform(undefined, null);
    expect(await replies.post(aContext(), anAccount(), target, 'Yes.')).toMatchObject({
      kind: 'refused',
      code: 'token_rejected',
    });
    expect(await replies.look(aContext(), anAccount(), target)).toEqual({
      kind: 'unavailable',
      reason: 'No access is stored.',
    });
    expect(calls).toEqual([]);
  });

  it('CM-20 says that a platform is not spoken to yet', async () => {
    const { replies, moderation } = aPlatform();
    const elsewhere = anAccount({ provider: 'tiktok' });
    expect(await replies.look(aContext(), elsewhere, target)).toMatchObject({ kind: 'unavailable' });
    await expect(moderation.setHidden(aContext(), elsewhere, target, true)).rejects.toMatchObject({
      failure: 'unreachable',
    });
  });

  it('CM-05 hides and deletes with the token of the account', async () => {
    const { moderation, calls } = aPlatform();
    await moderation.setHidden(aContext(), anAccount(), target, true);
    await moderation.remove(aContext(), anAccount(), target);
    expect(calls).toEqual([
      [anAccount(), target, 'secret', true],
      [anAccount(), target, 'secret'],
    ]);
  });
});
