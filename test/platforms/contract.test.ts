import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Providers } from '../../shared/core/accounts/social-account.ts';
import { Content } from '../../shared/core/content/content.ts';
import { CapturedInteraction } from '../../shared/core/interactions/captured-interaction.ts';
import type { ReplyTarget } from '../../shared/core/replies/platform.ts';
import { type Target, targetOf } from './target.ts';

const MostContents = 5;

/** What Earshot relies on at every platform; test/platforms/target.ts says how to ask the real ones. */
describe.each(Providers)('%s, as Earshot relies on it', (provider) => {
  let target: Target;
  let contents: Content[] = [];
  let comments: CapturedInteraction[] = [];

  beforeAll(async () => {
    target = await targetOf(provider);
    contents = await first(target.reader.posts(reading()), MostContents);
    comments = (await Promise.all(contents.map(commentsBelow))).flat();
  }, 60_000);
  afterAll(() => target?.stop());

  const reading = () => ({
    account: target.account,
    token: target.token,
    since: null,
    capturedAt: new Date().toISOString(),
  });
  const commentsBelow = ({ externalId }: Content) =>
    Array.fromAsync(target.reader.comments(reading(), externalId));
  const targetFor = (comment: CapturedInteraction): ReplyTarget => ({
    ...comment,
    interactionId: 'int_contract',
    authorExternalId: comment.author.externalId,
  });
  const theirs = () =>
    comments.find(({ isFromOwner, isHidden, kind }) => !isFromOwner && !isHidden && kind === 'comment');

  it('CM-12 lists its content, the newest first', () => {
    expect(contents.length).toBeGreaterThan(0);
    for (const content of contents) expect(Content.parse(content)).toEqual(content);
    const times = contents.map(({ postedAt }) => postedAt);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('CM-11 lists the comments below its content, each once, in Earshot’s own form', () => {
    expect(comments.length).toBeGreaterThan(0);
    for (const comment of comments) expect(CapturedInteraction.parse(comment)).toEqual(comment);
    const ids = comments.map(({ externalId }) => externalId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('CM-11 names the comment that a reply is below', () => {
    const ids = new Set(comments.map(({ externalId }) => externalId));
    const orphans = comments.filter(({ parentExternalId: id }) => id !== null && !ids.has(id));
    expect(orphans).toEqual([]);
  });

  it('AR-12 shows a comment as its list does when it is looked at', async () => {
    const comment = theirs();
    if (!comment) throw new Error('The contract needs a visible comment that somebody else wrote.');
    const look = await target.client.look(target.account, targetFor(comment), target.token);
    expect(look).toMatchObject({ kind: 'found', comment: { text: comment.text } });
  });

  it('CM-03 says that a token is none', async () => {
    const nobody = { ...reading(), token: 'not-a-token' };
    await expect(first(target.reader.posts(nobody), 1)).rejects.toMatchObject({ failure: 'token_rejected' });
  });

  it('AR-12 shows an answer where it was posted, as our own', async ({ skip }) => {
    if (!target.mayWrite) skip('Set the variable that allows writing to post an answer.');
    const comment = theirs();
    if (!comment) throw new Error('The contract needs a visible comment that somebody else wrote.');
    const place = targetFor(comment);
    const text = `Thank you! (${Date.now().toString(36)})`;
    const outcome = await target.client.post(target.account, place, target.token, text);
    if (outcome.kind !== 'posted') throw new Error(`Nothing was posted: ${outcome.reason}`);
    const look = await target.client.look(target.account, place, target.token);
    const replies = look.kind === 'found' ? look.replies : [];
    expect(replies.find(({ externalId }) => externalId === outcome.externalReplyId)).toMatchObject({
      isOwn: true,
      text,
    });
  });
});

async function first<T>(items: AsyncIterable<T>, most: number): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) {
    found.push(item);
    if (found.length === most) break;
  }
  return found;
}
