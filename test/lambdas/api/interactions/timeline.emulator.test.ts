import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createInteractionsHandler } from '../../../../lambdas/api/interactions/index.ts';
import { createIntakeHandler } from '../../../../lambdas/queues/intake.ts';
import { createRepliesHandler } from '../../../../lambdas/queues/replies.ts';
import type { CapturedInteraction } from '../../../../shared/core/interactions/captured-interaction.ts';
import { interactionIdOf } from '../../../../shared/core/interactions/captured-interaction.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../../support/api-events.ts';
import type { Conversation } from '../../../support/conversation.ts';
import { aCaptured, aRule, findings, Noon } from '../../../support/conversation-builders.ts';
import { eachWithConversation } from '../../../support/each-with-conversation.ts';
import { noModeration } from '../../../support/no-moderation.ts';
import { deliver } from '../../../support/queue-events.ts';

const Found = 'captured: The platform reported it.';
const Understood = 'analysed: Understood as positive, 95 % sure.';
const Answers = 'decided: A rule answers it. Rule: Thank for praise.';

/** Plays the shipped functions of one organization: what comes in, what is sent, and what a member then reads. */
class Desk {
  readonly bar: Conversation;

  constructor(bar: Conversation) {
    this.bar = bar;
  }

  async seen(said: Partial<CapturedInteraction> = {}): Promise<string> {
    const { bar } = this;
    const interaction = aCaptured({ capturedAt: bar.clock.now(), ...said });
    const handler = createIntakeHandler({ ...bar.deps, deferred: async () => undefined });
    const { organizationId } = bar.context;
    expect(await deliver(handler, [{ kind: 'seen', organizationId, interaction }])).toEqual([]);
    bar.platform.show(interaction.externalId, interaction.text);
    return interactionIdOf(interaction);
  }

  /** The delay of the rule passes, and the reply queue delivers. */
  async due(interactionId: string): Promise<void> {
    const { bar } = this;
    bar.clock.advance({ seconds: 120 });
    const message = { organizationId: bar.context.organizationId, interactionId };
    expect(await deliver(createRepliesHandler(bar.deps), [message])).toEqual([]);
  }

  async call(method: string, resource: string, interactionId: string, body?: unknown) {
    const { bar } = this;
    const deps = {
      ...bar.deps,
      moderation: noModeration,
      organizations: { ...bar.deps.organizations, member: async () => undefined },
    };
    const event = anApiEvent({
      method,
      resource,
      params: { interactionId },
      body,
      authorizer: aMember('agent', bar.context.organizationId),
    });
    const handler = createInteractionsHandler(deps, { clock: bar.clock });
    const result = (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
    return { status: result.statusCode, body: JSON.parse(result.body) };
  }

  /** The story as a member reads it. */
  async story(interactionId: string): Promise<string[]> {
    const { status, body } = await this.call(
      'GET',
      '/v1/interactions/{interactionId}/timeline',
      interactionId,
    );
    expect(status).toBe(200);
    return body.items.map((entry: { step: string; text: string }) => `${entry.step}: ${entry.text}`);
  }
}

describe('the timeline in the API', () => {
  const conversation = eachWithConversation();
  const desk = () => new Desk(conversation());

  it('AR-01 says that a rule answered, and which', async () => {
    const people = desk();
    const id = await people.seen();
    await people.due(id);
    expect(await people.story(id)).toEqual([Found, Understood, Answers, 'replied: Answered by a rule.']);
  });

  it('AR-01 says until when a reply waits', async () => {
    const people = desk();
    const id = await people.seen();
    expect(await people.story(id)).toEqual([
      Found,
      Understood,
      Answers,
      'waiting: The reply waits until 20 November 2026, 12:02 UTC.',
    ]);
  });

  it('AR-01 says that a medical question is left to people', async () => {
    const people = desk();
    const id = await people.seen({ text: 'Is it safe while pregnant?' });
    expect(await people.story(id)).toEqual([
      Found,
      'analysed: Understood as positive, 95 % sure; flags: medical.',
      'decided: A person must handle it. It is a medical question, which only people answer.',
      'manual: Waits for a person. It is a medical question, which only people answer.',
    ]);
  });

  it('AR-01 says that an escalation is left to people', async () => {
    const people = desk();
    const id = await people.seen({ text: 'My lawyer will call you.' });
    expect(await people.story(id)).toEqual([
      Found,
      'analysed: Understood as positive, 95 % sure; flags: escalation.',
      'decided: A person must handle it. It needs a careful hand, so that only people answer.',
      'manual: Waits for a person. It needs a careful hand, so that only people answer.',
    ]);
  });

  it('AR-01 names the entry of the blocklist that a comment holds', async () => {
    const people = desk();
    const { blocklists } = people.bar.deps;
    await blocklists.save(people.bar.context, {
      ...(await blocklists.get(people.bar.context)),
      words: ['flat white'],
      updatedAt: Noon,
      version: 1,
    });
    const id = await people.seen();
    expect(await people.story(id)).toEqual([
      Found,
      'decided: A person must handle it. It holds something from your blocklist.',
      'manual: Waits for a person. It holds something from your blocklist. (flat white)',
    ]);
  });

  it('AR-01 says that no rule fits', async () => {
    const people = desk();
    people.bar.findingsOf = () => findings({ confidence: 40 });
    const id = await people.seen();
    expect(await people.story(id)).toEqual([
      Found,
      'analysed: Understood as positive, 40 % sure.',
      'decided: A person must handle it. No rule fits.',
      'manual: Waits for a person. No rule fits.',
    ]);
  });

  async function limited(
    people: Desk,
    limits: Record<string, number>,
    authors: [string, string],
  ): Promise<string> {
    const rule = await people.bar.deps.rules.find(people.bar.context, 'rule_1');
    await people.bar.addRule(aRule({ limits, version: (rule?.version ?? 0) + 1 }));
    const ids = [];
    for (const [index, externalId] of authors.entries()) {
      const author = { ...aCaptured().author, externalId };
      ids.push(await people.seen({ externalId: `comment_${index}`, author }));
    }
    for (const id of ids) await people.due(id);
    return ids[1] ?? '';
  }

  it.each<
    [name: string, limits: Record<string, number>, authors: [string, string], until: string, words: string]
  >([
    [
      'hourly limit',
      { perHour: 1 },
      ['lena', 'omar'],
      '13:03',
      'The rule has answered as often as it may in an hour.',
    ],
    ['cooldown', {}, ['lena', 'lena'], '13:03', 'The author got a reply from this rule a short while ago.'],
  ])('AR-01 says that a reply waits for a limit: %s', async (_name, limits, authors, until, words) => {
    const people = desk();
    const id = await limited(people, limits, authors);
    expect(await people.story(id)).toEqual([
      Found,
      Understood,
      Answers,
      `waiting: The reply waits until 20 November 2026, ${until} UTC. ${words}`,
    ]);
  });

  it('AR-01 says that a reply waits for the next day', async () => {
    const people = desk();
    const id = await limited(people, { perDay: 1 }, ['lena', 'omar']);
    expect(await people.story(id)).toEqual([
      Found,
      Understood,
      Answers,
      'waiting: The reply waits until 21 November 2026, 00:00 UTC. The rule has answered as often as it may on a day.',
    ]);
  });

  it('AR-01 says that the rule had spent its day before the comment came', async () => {
    const people = desk();
    await people.bar.addRule(aRule({ limits: { perDay: 1 }, version: 2 }));
    const first = await people.seen();
    await people.due(first);
    const id = await people.seen({ externalId: 'comment_2' });
    expect(await people.story(id)).toEqual([
      Found,
      Understood,
      'decided: A person must handle it. The rule that fits has spent its limit of the day. Rule: Thank for praise.',
      'manual: Waits for a person. The rule that fits has spent its limit of the day.',
    ]);
  });

  it('AR-01 says that the rule was edited while the reply waited', async () => {
    const people = desk();
    const id = await people.seen();
    await people.bar.addRule(aRule({ revision: 2, version: 2 }));
    await people.due(id);
    expect(await people.story(id)).toEqual([
      Found,
      Understood,
      Answers,
      'manual: Waits for a person. The rule was edited while the reply waited.',
    ]);
  });

  it('AR-01 says that the comment was edited while the reply waited, and decided on anew', async () => {
    const people = desk();
    const id = await people.seen();
    people.bar.clock.advance({ seconds: 60 });
    await people.seen({ text: 'Your flat white tastes of nothing, refund me now!' });
    expect(await people.story(id)).toEqual([
      Found,
      'edited: Its author changed the text.',
      'analysed: Understood as positive, 95 % sure; flags: escalation.',
      'decided: A person must handle it. It needs a careful hand, so that only people answer.',
      'manual: Waits for a person. It needs a careful hand, so that only people answer.',
    ]);
  });

  it('AR-01 says that somebody answered on the platform first', async () => {
    const people = desk();
    const id = await people.seen();
    people.bar.platform.answer('post_1_comment_1', 'Thanks, Lena!');
    await people.due(id);
    expect(await people.story(id)).toEqual([
      Found,
      Understood,
      Answers,
      'replied: A person answered on the platform.',
      'closed: Closed.',
    ]);
  });

  it('AR-01 says that a person answered in Earshot first', async () => {
    const people = desk();
    const id = await people.seen();
    people.bar.clock.advance({ seconds: 30 });
    const reply = '/v1/interactions/{interactionId}/reply';
    expect(await people.call('POST', reply, id, { text: 'Thanks, Lena!' })).toMatchObject({ status: 200 });
    expect(await people.story(id)).toEqual([
      Found,
      Understood,
      Answers,
      'replied: A person answered in Earshot.',
    ]);
  });

  it('AR-18 says that all automation is paused, before the decision and while a reply waits', async () => {
    const people = desk();
    const waiting = await people.seen();
    people.bar.organization = { ...people.bar.organization, automationPausedAt: people.bar.clock.now() };
    const late = await people.seen({ externalId: 'comment_2' });
    await people.due(waiting);
    expect([await people.story(waiting), await people.story(late)]).toEqual([
      [
        Found,
        Understood,
        Answers,
        'waiting: The reply waits until 20 November 2026, 12:07 UTC. All automation is paused.',
      ],
      [
        Found,
        Understood,
        'decided: A person must handle it. All automation is paused. Rule: Thank for praise.',
        'manual: Waits for a person. All automation is paused.',
      ],
    ]);
  });

  it('AR-20 says that a reply waits for the rule’s active hours', async () => {
    const people = desk();
    const friday = [
      { from: '09:00', to: '12:01' },
      { from: '13:00', to: '17:00' },
    ];
    await people.bar.addRule(aRule({ version: 2, hours: { timeZone: 'UTC', friday } }));
    const id = await people.seen();
    await people.due(id);
    expect(await people.story(id)).toEqual([
      Found,
      Understood,
      Answers,
      'waiting: The reply waits until 20 November 2026, 13:00 UTC. The rule is outside its active hours.',
    ]);
  });

  it('AR-01 says that the model did not answer', async () => {
    const people = desk();
    people.bar.findingsOf = () => 'throttled';
    const capturedAt = people.bar.clock.now();
    people.bar.clock.advance({ seconds: 15 * 60 });
    const id = await people.seen({ capturedAt });
    expect(await people.story(id)).toEqual([
      Found,
      'decided: A person must handle it. It could not be analysed.',
      'manual: Waits for a person. It could not be analysed. The language model did not answer in time.',
    ]);
  });
});
