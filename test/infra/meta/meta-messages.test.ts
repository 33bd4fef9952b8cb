import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatedMetaApp } from '../../../local/providers/meta/app.ts';
import { beanBarInstagram } from '../../../local/providers/meta/instagram/start-state.ts';
import { beanBar } from '../../../local/providers/meta/start-state.ts';
import type { SocialAccount } from '../../../shared/core/accounts/social-account.ts';
import type { CapturedInteraction } from '../../../shared/core/interactions/captured-interaction.ts';
import type { ReplyTarget } from '../../../shared/core/replies/platform.ts';
import { instagramConnector } from '../../../shared/infra/instagram/instagram-connector.ts';
import { instagramInteractions } from '../../../shared/infra/instagram/instagram-interactions.ts';
import { instagramReader } from '../../../shared/infra/instagram/instagram-reader.ts';
import { metaInteractions } from '../../../shared/infra/meta/meta-interactions.ts';
import { metaReader } from '../../../shared/infra/meta/meta-page.ts';
import { metaWebhook } from '../../../shared/infra/meta/meta-webhook.ts';
import {
  anAccount,
  anInstagramAccount,
  authorize,
  instagramToken,
  pageToken,
} from '../../support/accounts.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

interface Written {
  id: string;
  person: { id: string; name: string };
}

describe('direct messages at Meta', () => {
  let world: StartedWorld;
  let pageAccess: string;
  let instagramAccess: string;
  beforeAll(async () => {
    world = await startTestWorld();
    pageAccess = await pageToken(world);
    instagramAccess = await instagramToken(world);
  });
  afterAll(() => world.stop());

  const page = anAccount();
  const instagram = anInstagramAccount();
  const write = (account: SocialAccount, body: Record<string, unknown>) => {
    const path =
      account.provider === 'facebook'
        ? `/pages/${beanBar.id}/messages`
        : `/instagram-accounts/${beanBarInstagram.id}/messages`;
    return world.meta<Written>('POST', path, body);
  };
  const sent = (account: SocialAccount) =>
    account.provider === 'facebook'
      ? ([metaInteractions(world.graph), pageAccess] as const)
      : ([instagramInteractions(world.graph), instagramAccess] as const);
  const target = ({ id, person }: Written): ReplyTarget => ({
    interactionId: 'int_1',
    externalId: id,
    kind: 'direct_message',
    contentExternalId: null,
    parentExternalId: null,
    authorExternalId: person.id,
  });
  const read = async (account: SocialAccount, minutes = 60): Promise<CapturedInteraction[]> => {
    const now = Date.now();
    const reader = account.provider === 'facebook' ? metaReader(world.graph) : instagramReader(world.graph);
    const reading = {
      account,
      token: sent(account)[1],
      since: new Date(now - minutes * 60_000).toISOString(),
      capturedAt: new Date(now).toISOString(),
    };
    return Array.fromAsync(reader.messages?.(reading) ?? []);
  };
  const both: [string, SocialAccount][] = [
    ['Messenger', page],
    ['Instagram', instagram],
  ];

  it.each(both)(
    'CM-05 are read on %s with who wrote, on both sides, as far back as asked',
    async (_name, account) => {
      const author = { id: `person_${account.provider}`, name: 'ana.p' };
      await write(account, { text: 'Long ago', author, minutesAgo: 120 });
      const message = await write(account, { text: 'Do you ship?', author });
      await write(account, { text: 'Yes, we do.', author, asAccount: true });
      const messages = (await read(account)).filter(
        ({ participant }) => participant?.externalId === author.id,
      );
      expect(messages.map(({ text, isFromOwner }) => [text, isFromOwner]).sort()).toEqual([
        ['Do you ship?', false],
        ['Yes, we do.', true],
      ]);
      expect(messages.find(({ externalId }) => externalId === message.id)).toMatchObject({
        kind: 'direct_message',
        author: { externalId: author.id, name: 'ana.p' },
        participant: { externalId: author.id, name: 'ana.p' },
      });
    },
  );

  it.each(both)('AR-12 are answered on %s, and the answer is seen by looking', async (_name, account) => {
    const message = await write(account, { text: 'Open today?', author: { name: 'tom' } });
    const [client, token] = sent(account);
    const outcome = await client.post(account, target(message), token, 'Until six.');
    expect(outcome).toEqual({ kind: 'posted', externalReplyId: expect.stringMatching(/^m_/) });
    expect(await client.look(account, target(message), token)).toMatchObject({
      kind: 'found',
      comment: { text: 'Open today?', isHidden: false },
      replies: [{ isOwn: true, text: 'Until six.' }],
    });
  });

  it.each(both)('CM-07 are refused on %s when the window is closed', async (_name, account) => {
    const message = await write(account, { text: 'Hi', author: { name: 'tom' }, minutesAgo: 25 * 60 });
    const [client, token] = sent(account);
    expect(await client.post(account, target(message), token, 'Hello')).toMatchObject({
      kind: 'refused',
      code: 'window_closed',
    });
  });

  it('CM-05 are taken late on Messenger when a person writes them, and too long ones nowhere', async () => {
    const { person } = await write(page, { text: 'Hi', author: { name: 'tom' }, minutesAgo: 25 * 60 });
    const [client, token] = sent(page);
    const recipient = { kind: 'person', externalId: person.id, isLate: true } as const;
    expect(await client.send?.(page, recipient, token, 'Sorry for the wait.')).toMatchObject({
      kind: 'sent',
    });
    expect(await client.send?.(page, recipient, token, 'x'.repeat(2_001))).toMatchObject({ kind: 'refused' });
    const [onInstagram, access] = sent(instagram);
    const long = await onInstagram.send?.(instagram, recipient, access, 'é'.repeat(501));
    expect(long).toMatchObject({ kind: 'refused', code: 'not_allowed' });
  });

  it('CM-05 answer the author of a comment once', async () => {
    const [post] = (await world.meta<{ posts: { id: string }[] }>('GET', `/pages/${beanBar.id}`)).posts;
    const comment = await world.meta<{ id: string }>('POST', `/posts/${post?.id}/comments`, { message: '?' });
    const [client, token] = sent(page);
    const recipient = { kind: 'commenter', commentExternalId: comment.id } as const;
    expect(await client.send?.(page, recipient, token, 'Hello')).toEqual({
      kind: 'sent',
      externalId: expect.stringMatching(/^m_/),
      recipientExternalId: expect.any(String),
    });
    expect(await client.send?.(page, recipient, token, 'Hello')).toMatchObject({ kind: 'refused' });
  });

  it('AR-12 leaves open what became of a message whose answer was lost', async () => {
    const message = await write(page, { text: 'Hi', author: { name: 'tom' } });
    await world.meta('POST', '/faults', { kind: 'lost_answer', method: 'POST', pathIncludes: 'messages' });
    const [client, token] = sent(page);
    expect(await client.post(page, target(message), token, 'Hello')).toMatchObject({ kind: 'uncertain' });
    expect(await client.look(page, target(message), token)).toMatchObject({
      replies: [{ isOwn: true, text: 'Hello' }],
    });
  });

  it('CM-10 are told by webhook with an echo of our own, and a mention in a story with its end', async () => {
    const connector = instagramConnector(world.graph, async () => true);
    await connector.subscribe(beanBarInstagram.id, instagramAccess);
    const before = world.delivered.length;
    const author = { id: 'person_story', name: 'mia' };
    await write(instagram, { storyMention: true, author });
    await write(instagram, { text: 'Thanks for the mention!', author, asAccount: true });
    const deliveries = (await world.deliveries(before + 2)).slice(before);
    const webhook = metaWebhook(async () => simulatedMetaApp);
    const now = new Date().toISOString();
    const events = (
      await Promise.all(deliveries.map(({ body, signature }) => webhook.read(body, signature, now)))
    ).flat();
    const told = events.flatMap((event) => (event.kind === 'seen' ? [event.interaction] : []));
    expect(told.sort((a, b) => a.kind.localeCompare(b.kind))).toMatchObject([
      { kind: 'direct_message', isFromOwner: true, participant: { externalId: author.id } },
      {
        kind: 'story_mention',
        isFromOwner: false,
        attachments: [{ kind: 'story_mention', url: expect.stringContaining('https://') }],
        attachmentsExpireAt: expect.any(String),
      },
    ]);
    expect(await instagramReader(world.graph).nameOf?.(instagramAccess, author.id)).toBe('mia');
  });

  it('CM-01 work without the permission for messages, and say so', async () => {
    const { assets, missingScopes } = await authorize(world, 'auto=1&decline=pages_messaging');
    expect(missingScopes).toEqual([]);
    expect(assets.map(({ limitations }) => limitations)).toEqual([['no_messages'], ['no_messages']]);
    const all = await authorize(world);
    expect(all.assets.map(({ limitations }) => limitations)).toEqual([undefined, undefined]);
  });
});
