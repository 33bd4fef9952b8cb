import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { interactionIdOf } from '../../../shared/core/interactions/captured-interaction.ts';
import { newDelivery } from '../../../shared/core/webhooks/delivery.ts';
import { deadLetterStore } from '../../../shared/infra/dynamo/dead-letter-store.ts';
import { idempotencyStore } from '../../../shared/infra/dynamo/idempotency-store.ts';
import { webhookDeliveryStore } from '../../../shared/infra/dynamo/webhook-delivery-store.ts';
import { webhookStore } from '../../../shared/infra/dynamo/webhook-store.ts';
import { Conversation } from '../../support/conversation.ts';
import { aCaptured, aRule, Noon } from '../../support/conversation-builders.ts';
import { everythingStored, PersonalDataDesk } from '../../support/personal-data-desk.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';
import { aWebhook } from '../../support/webhooks.ts';

const Maria = { provider: 'facebook', authorExternalId: '4711000815' } as const;
const maria = {
  externalId: Maria.authorExternalId,
  name: 'Maria Muster',
  avatarUrl: 'https://faces.example/maria.jpg',
  followers: null,
  verified: null,
};
/** What no item may hold once she is erased. */
const Traces = ['4711000815', 'maria', 'muster', 'sesame'];

const comment = aCaptured({ externalId: 'c_maria', author: maria, text: 'Your sesame bagel is wonderful!' });
const commentId = interactionIdOf(comment);
const message = aCaptured({
  externalId: 'm_maria',
  kind: 'direct_message',
  contentExternalId: null,
  author: maria,
  participant: { externalId: maria.externalId, name: maria.name },
  text: 'Is there sesame in it?',
});

describe('ST-06 personal data', () => {
  let started: StartedTable;
  let bar: Conversation;
  let desk: PersonalDataDesk;
  let organizations = 0;
  beforeAll(async () => {
    started = await startTable();
  });
  afterAll(() => started.stop());
  beforeEach(async () => {
    organizations += 1;
    bar = new Conversation(started.table, `org_${organizations}`);
    desk = new PersonalDataDesk(started, bar);
    await bar.addRule(aRule({ limits: { authorCooldownMinutes: 1_440 } }));
  });

  /** Maria writes a comment, which a rule answers with her name, and a message; she leaves traces everywhere. */
  async function mariaWrites(of: Conversation = bar): Promise<void> {
    await of.hear(comment);
    of.clock.advance({ seconds: 120 });
    expect(await of.send(commentId)).toBe('replied');
    await of.hear({
      externalId: 'c_reply',
      parentExternalId: 'c_maria',
      isFromOwner: true,
      author: { ...maria, externalId: 'page_1', name: 'Bean Bar' },
      text: 'Thank you, Maria!',
    });
    await of.hear(message);
    await of.hear({ externalId: 'c_lena' });
  }

  async function others(): Promise<void> {
    const { context, deps } = bar;
    const now = bar.clock.now();
    await deadLetterStore(started.table).save({
      messageId: 'msg_1',
      queue: 'intake',
      organizationId: context.organizationId,
      body: JSON.stringify({ sighting: { kind: 'seen', interaction: comment } }),
      receiveCount: 5,
      sentAt: now,
    });
    const answers = idempotencyStore(started.table);
    await answers.start(context, 'reply#1', 'digest', now);
    await answers.finish(context, 'reply#1', { status: 200, body: JSON.stringify(comment) });
    const subject = { interactionId: commentId, authorName: maria.name, preview: comment.text };
    await deps.work.note(context, 'job_old', 0, [{ list: 'newly_answered', found: subject }], now);
    await deps.work.begin(context, 'job_old', { waiting: [subject] }, now);
    await deps.jobs.create(context, {
      ...{ jobId: 'job_old', kind: 'backtest', status: 'running', parts: 1, doneParts: 0, result: null },
      ...{ createdAt: now, createdBy: 'mem_ana', finishedAt: null },
    });
    await webhookStore(started.table).create(context, aWebhook());
    const data = { interactionId: commentId, accountId: 'acc_page', provider: 'facebook' } as const;
    const event = {
      type: 'comment.captured',
      timestamp: now,
      data: { ...data, contentId: null, kind: 'comment', status: 'new', commentedAt: Noon },
    } as const;
    const delivery = newDelivery({ eventId: 'evt_1', event }, 'whk_1', now);
    await webhookDeliveryStore(started.table).create(context, { ...delivery, answer: 'Hi Maria' }, now);
  }

  const typesOf = (records: Record<string, unknown>[]) =>
    [...new Set(records.map(({ type }) => type))].sort();

  it('ST-06 exports what is stored about an author, wherever it lies, and nobody else', async () => {
    await mariaWrites();
    await others();
    const job = await desk.done('/v1/authors/export', Maria);
    expect(job).toMatchObject({ status: 'succeeded', result: { files: 1, items: 10 } });
    const records = await desk.download(job);
    expect(typesOf(records)).toEqual([
      'AuthorCooldown',
      'Conversation',
      'DeadLetter',
      'Execution',
      'Interaction',
      'JobFinding',
      'Message',
      'WebhookDelivery',
    ]);
    const said = records.filter(({ type }) => type === 'Interaction').map(({ text }) => text);
    expect(said.sort()).toEqual(['Is there sesame in it?', 'Thank you, Maria!', comment.text]);
    expect(JSON.stringify(records)).not.toContain('Lena');
  });

  it('ST-06 erases an author so that no item of the organization names or quotes them', async () => {
    await mariaWrites();
    await others();
    await desk.done('/v1/authors/export', Maria);
    const { status, result } = await desk.done('/v1/authors/erase', Maria);
    expect({ status, result }).toMatchObject({ status: 'succeeded', result: { erased: expect.any(Number) } });
    const items = (await everythingStored(started)).get(`ORG#${bar.context.organizationId}`) ?? [];
    const stored = items.map((item) => JSON.stringify(item));
    const left = stored.filter((text) => Traces.some((trace) => text.toLowerCase().includes(trace)));
    expect(left).toEqual([]);
    expect(stored.some((text) => text.includes('Lena'))).toBe(true);
    expect(desk.files.files.size).toBe(0);
    expect(await bar.deps.jobs.get(bar.context, 'job_old')).toMatchObject({
      status: 'failed',
      result: { reason: 'author_erased' },
    });
  });

  it('ST-06 takes nothing in again that was erased, and what the author writes later', async () => {
    await mariaWrites();
    await desk.done('/v1/authors/erase', Maria);
    const again = { ...comment, capturedAt: bar.clock.now(), text: 'My sesame bagel, edited' };
    await bar.takeIn([
      { kind: 'seen', interaction: { ...again, source: 'sync' } },
      { kind: 'seen', interaction: { ...message, capturedAt: bar.clock.now() } },
    ]);
    const { items } = await bar.deps.interactions.page(bar.context, { includeOwn: true }, { limit: 100 });
    expect(items.map(({ authorName }) => authorName)).toEqual(['Lena']);
    const conversations = await bar.deps.conversations.page(bar.context, {}, { limit: 10 });
    expect(conversations.items).toEqual([]);
    const later = await bar.hear({ ...comment, externalId: 'c_later' });
    expect((await bar.interaction(later)).author.name).toBe('Maria Muster');
  });

  it('ST-06 erases as well what a worker wrote behind the first pass', async () => {
    await mariaWrites();
    const { deps, context } = bar;
    const [execution] = await bar.executions();
    if (!execution) throw new Error('Nothing was executed.');
    const finish = deps.work.advance;
    let isLate = false;
    deps.work.advance = async (...args) => {
      if (!isLate) await deps.interactions.ensureRecorded(context, execution);
      isLate = true;
      return finish(...args);
    };
    await desk.done('/v1/authors/erase', Maria);
    expect((await bar.executions()).filter(({ interactionId }) => interactionId === commentId)).toEqual([]);
  });

  it('ST-06 waits for the end of a reply that is being posted, and answers nobody who is erased', async () => {
    await bar.hear(comment);
    const later = await bar.hear({ ...comment, externalId: 'c_later' });
    bar.clock.advance({ seconds: 120 });
    const jobId = await desk.start('/v1/authors/erase', Maria);
    bar.platform.whilePosting = async () => {
      await expect(desk.workOff()).rejects.toMatchObject({ code: 'reply_in_flight' });
    };
    expect(await bar.send(commentId)).toBe('replied');
    bar.platform.whilePosting = undefined;
    await desk.workOff();
    expect((await bar.deps.jobs.get(bar.context, jobId)).status).toBe('succeeded');
    expect(await bar.executions()).toEqual([]);
    await bar.send(later);
    expect(bar.platform.repliesTo('c_later')).toEqual([]);
  });

  it('ST-06 leaves the same author of another organization, and of another platform, alone', async () => {
    const neighbour = new Conversation(started.table, `org_${organizations}_next`);
    await neighbour.addRule(aRule());
    await mariaWrites(neighbour);
    const owner = `ORG#${neighbour.context.organizationId}`;
    const before = (await everythingStored(started)).get(owner);
    await bar.hear({ ...comment, provider: 'youtube' });
    const { result } = await desk.done('/v1/authors/erase', Maria);
    expect(result).toEqual({ erased: 0 });
    expect((await everythingStored(started)).get(owner)).toEqual(before);
    expect((await bar.interaction(interactionIdOf({ ...comment, provider: 'youtube' }))).author.name).toBe(
      'Maria Muster',
    );
  });

  it('ST-06 exports all of an organization that is not secret', async () => {
    await mariaWrites();
    await others();
    const job = await desk.done('/v1/organization/export');
    expect(job).toMatchObject({ status: 'succeeded', doneParts: job.parts });
    const records = await desk.download(job);
    expect(typesOf(records)).toEqual(
      [
        'AuthorCooldown',
        'Conversation',
        'DeadLetter',
        'Execution',
        'Interaction',
        'Job',
        'JobFinding',
      ].concat([...['Message', 'Rule', 'RuleOrder', 'RuleUsage', 'Webhook', 'WebhookDelivery']]),
    );
    expect(records.find(({ type }) => type === 'Interaction')).toMatchObject({
      author: {},
      text: expect.any(String),
    });
    expect(records.find(({ type }) => type === 'Webhook')).not.toHaveProperty('secrets');
  });

  it('ST-06 lets nobody but owners export, erase, and read the files', async () => {
    const role = 'admin';
    const statuses = [
      await desk.call('POST', '/v1/organization/export', { role }),
      await desk.call('POST', '/v1/authors/export', { role, body: Maria }),
      await desk.call('POST', '/v1/authors/erase', { role, body: Maria }),
      await desk.call('GET', '/v1/exports/{jobId}/files/{number}', {
        role,
        params: { jobId: 'job_1', number: '1' },
      }),
    ].map(({ statusCode }) => statusCode);
    expect(statuses).toEqual([403, 403, 403, 403]);
  });

  it('ST-06 answers 404 for files of no export, and of one whose files are gone', async () => {
    await mariaWrites();
    const file = (jobId: string) =>
      desk.call('GET', '/v1/exports/{jobId}/files/{number}', { params: { jobId, number: '1' } });
    const { jobId } = await desk.done('/v1/authors/export', Maria);
    expect((await file(jobId)).statusCode).toBe(200);
    const erasure = await desk.done('/v1/authors/erase', Maria);
    expect((await file(jobId)).statusCode).toBe(404);
    expect((await file(erasure.jobId)).statusCode).toBe(404);
  });
});
