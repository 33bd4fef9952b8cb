import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSlice } from '../../../../shared/core/activity/run-slice.ts';
import { continueBacktest } from '../../../../shared/core/automation/backtest/backtest.ts';
import { callAutomation, workOff } from '../../../support/automation-desk.ts';
import { Conversation } from '../../../support/conversation.ts';
import { aCaptured, aDraft, aRule } from '../../../support/conversation-builders.ts';
import { eachWithConversation } from '../../../support/each-with-conversation.ts';
import { type StartedTable, startTable } from '../../../support/start-table.ts';

const author = (name: string) => ({
  externalId: `person_${name}`,
  name,
  avatarUrl: null,
  followers: null,
  verified: null,
});
const saying = (word: string, overrides: Record<string, unknown> = {}) =>
  aDraft({
    conditions: [{ field: 'keyword', operator: 'contains', value: word }],
    limits: { authorCooldownMinutes: 0 },
    ...overrides,
  });

describe('a backtest', () => {
  const conversation = eachWithConversation();
  let started: StartedTable;
  beforeAll(async () => {
    started = await startTable();
  });
  afterAll(() => started.stop());

  async function itemsBesidesJobs(): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    for await (const page of paginateScan({ client: started.client }, { TableName: started.tableName }))
      items.push(...(page.Items ?? []));
    return items.filter(({ type }) => !String(type).startsWith('Job'));
  }

  const start = (bar: Conversation, body: Record<string, unknown>) =>
    callAutomation(bar, { method: 'POST', resource: '/v1/automation/backtests', body, role: 'agent' });

  async function backtest(bar: Conversation, rules: unknown[], period: Record<string, unknown> = {}) {
    const started = await start(bar, { rules, ...period });
    expect(started).toMatchObject({ status: 202, body: { kind: 'backtest', status: 'running' } });
    await workOff(bar);
    const { jobId } = started.body;
    const resource = '/v1/automation/backtests/{jobId}';
    const { body } = await callAutomation(bar, {
      method: 'GET',
      resource,
      params: { jobId },
      role: 'viewer',
    });
    const examples = async (list: string) =>
      (
        await callAutomation(bar, {
          method: 'GET',
          resource: `${resource}/examples`,
          params: { jobId },
          query: { list },
          role: 'viewer',
        })
      ).body.items;
    return { ...body, examples };
  }

  /** What was said on a day with one rule that thanks for everything that names coffee. */
  async function aDay(bar: Conversation): Promise<Record<string, string>> {
    const coffee = { field: 'keyword', operator: 'contains', value: 'coffee' };
    await bar.addRule(aRule({ version: 2, conditions: [coffee], limits: { authorCooldownMinutes: 0 } }));
    const texts = {
      coffee: 'Lovely coffee',
      tea: 'Lovely tea',
      both: 'Lovely coffee and tea',
      medical: 'Lovely tea. Is it safe while pregnant?',
      blocked: 'Lovely tea, but rival has better tea',
      other: 'Lovely people',
    };
    await bar.deps.blocklists.save(bar.context, {
      words: ['rival'],
      expressions: [],
      updatedAt: null,
      version: 1,
    });
    const ids: Record<string, string> = {};
    for (const [name, text] of Object.entries(texts)) {
      const commentedAt = bar.clock.now();
      ids[name] = await bar.hear({ externalId: name, text, author: author(name), commentedAt });
      bar.clock.advance({ seconds: 120 });
      await bar.send(ids[name]);
    }
    return ids;
  }

  it('AR-17 says what a set of rules would have answered, and how that differs from what happened', async () => {
    const bar = conversation();
    const ids = await aDay(bar);
    const calls = bar.modelCalls.length;
    const posted = bar.platform.allReplies.length;
    const tea = { draft: saying('tea', { name: 'Thank for tea' }) };
    const { job, result, examples } = await backtest(bar, [tea, { ruleId: 'rule_1' }]);
    expect(job).toMatchObject({ status: 'succeeded', parts: 31, doneParts: 31 });
    expect(result.totals).toEqual({
      interactions: 6,
      answered: 3,
      webhooksTold: 0,
      answeredInFact: 2,
      newlyAnswered: 1,
      noLongerAnswered: 0,
      takenFromAnotherRule: 1,
      unchanged: 1,
      noMatch: 1,
      blocked: { 'safety:medical': 1, blocklist: 1 },
      blockedMatches: 1,
      limited: {},
      withoutText: {},
    });
    expect(result.rules).toEqual([
      { ruleId: 'draft_1', name: 'Thank for tea', matched: 2, answered: 2, takenBy: {} },
      { ruleId: 'rule_1', name: 'Thank for praise', matched: 2, answered: 1, takenBy: { draft_1: 1 } },
    ]);
    expect(await examples('newly_answered')).toEqual([
      {
        interactionId: ids['tea'],
        commentedAt: '2026-11-20T12:02:00.000Z',
        authorName: 'tea',
        preview: 'Lovely tea',
        inFact: { by: 'nobody' },
        ending: 'answered',
        by: null,
        ruleId: 'draft_1',
        ruleName: 'Thank for tea',
        reply: 'Thank you so much!',
      },
    ]);
    expect(await examples('taken_from_another_rule')).toMatchObject([
      { interactionId: ids['both'], inFact: { by: 'rule', ruleId: 'rule_1' }, ruleId: 'draft_1' },
    ]);
    expect(await examples('blocked_by_safety')).toMatchObject([
      { interactionId: ids['medical'], ending: 'blocked', by: 'safety:medical', ruleId: 'draft_1' },
    ]);
    expect([bar.modelCalls.length, bar.platform.allReplies.length]).toEqual([calls, posted]);
  });

  it('AR-17 names what would no longer be answered, and tries a draft in the place of a stored rule', async () => {
    const bar = conversation();
    const ids = await aDay(bar);
    const draft = { draft: saying('nothing like it', { name: 'Never' }), replaces: 'rule_1' };
    const { result, examples } = await backtest(bar, [draft]);
    expect(result.totals).toMatchObject({ answered: 0, noLongerAnswered: 2, unchanged: 0 });
    expect(result.neverWins).toEqual([
      { ruleId: 'rule_1', name: 'Never', why: 'never_matched', byRuleId: null },
    ]);
    expect(
      (await examples('no_longer_answered')).map((one: { interactionId: string }) => one.interactionId),
    ).toEqual([ids['coffee'], ids['both']]);
  });

  it('AR-17 keeps to limits, cooldowns and hours over the time, and lets the next rule answer when a day is spent', async () => {
    const bar = conversation();
    for (let index = 0; index < 6; index += 1) {
      const commentedAt = bar.clock.now();
      await bar.hear({
        externalId: `c${index}`,
        text: 'Lovely tea',
        author: author(`${index % 2}`),
        commentedAt,
      });
      bar.clock.advance({ seconds: 60 });
    }
    const first = saying('tea', { limits: { perDay: 2, authorCooldownMinutes: 0 } });
    const second = saying('tea', { limits: { perHour: 1, perDay: 10, authorCooldownMinutes: 0 } });
    const { result } = await backtest(bar, [{ draft: first }, { draft: second }]);
    expect(result.rules.map((rule: { answered: number }) => rule.answered)).toEqual([2, 4]);
    const strict = saying('tea', { limits: { perDay: 1, authorCooldownMinutes: 0 } });
    const alone = await backtest(bar, [{ draft: strict }]);
    expect(alone.result.totals).toMatchObject({ answered: 2, limited: { limit_daily: 4 } });
    const shy = saying('tea', { limits: { authorCooldownMinutes: 10_080 } });
    const cooled = await backtest(bar, [{ draft: shy }]);
    expect(cooled.result.totals).toMatchObject({ answered: 2, limited: { limit_cooldown: 4 } });
    const friday = [{ from: '12:00', to: '12:03' }];
    const hours = { timeZone: 'UTC', friday };
    const closed = await backtest(bar, [{ draft: saying('tea', { hours }) }]);
    expect(closed.result.totals).toMatchObject({ answered: 1, noMatch: 3, limited: { outside_hours: 2 } });
  });

  it('AR-17 tries what the first reading of an account found as if it had come in when it was said', async () => {
    const bar = conversation();
    for (const [index, commentedAt] of ['2026-11-02T09:00:00.000Z', '2026-11-17T10:00:00.000Z'].entries())
      await bar.hear({
        externalId: `c${index}`,
        text: 'Lovely tea',
        author: author(`${index}`),
        commentedAt,
      });
    const { result } = await backtest(bar, [{ draft: saying('tea') }]);
    expect(result.totals).toMatchObject({ interactions: 2, answered: 2, blocked: {} });
  });

  it('AR-17 tells which rules never have their turn, and why', async () => {
    const bar = conversation();
    await aDay(bar);
    const { result } = await backtest(bar, [
      { draft: saying('lovely', { name: 'All' }) },
      { draft: saying('lovely tea', { name: 'Tea' }) },
      { draft: saying('tea', { name: 'Any tea' }) },
      { draft: saying('cake', { name: 'Cake' }) },
    ]);
    expect(result.neverWins).toEqual([
      { ruleId: 'draft_2', name: 'Tea', why: 'shadowed', byRuleId: 'draft_1' },
      { ruleId: 'draft_3', name: 'Any tea', why: 'always_taken', byRuleId: 'draft_1' },
      { ruleId: 'draft_4', name: 'Cake', why: 'never_matched', byRuleId: null },
    ]);
  });

  it('AR-17 says of a generated reply only that there would be one', async () => {
    const bar = conversation();
    await aDay(bar);
    const draft = saying('people', { action: { type: 'reply_ai', tone: 'friendly' } });
    const { result, examples } = await backtest(bar, [{ draft }]);
    expect(result.totals).toMatchObject({ answered: 1 });
    expect(await examples('newly_answered')).toMatchObject([{ ending: 'answered', reply: null }]);
    expect(bar.replyRequests).toEqual([]);
  });

  it('AR-17 goes through more than a slice, on past time only, and changes nothing but its job', async () => {
    const bar = new Conversation(started.table, 'org_large');
    const said = Array.from({ length: 250 }, (_, index) => index);
    for (let from = 0; from < said.length; from += 50) {
      const batch = said.slice(from, from + 50).map((index) => ({
        kind: 'seen' as const,
        interaction: aCaptured({ externalId: `c${index}`, author: author(`${index}`) }),
      }));
      await bar.takeIn(batch);
    }
    bar.clock.advance({ hours: 1 });
    const before = await itemsBesidesJobs();
    const limits = { perHour: 200, perDay: 1_000, authorCooldownMinutes: 0 };
    const until = bar.clock.now();
    const period = { since: '2026-11-20T00:00:00.000Z', until };
    const { body } = await start(bar, { rules: [{ draft: aDraft({ limits }) }], ...period });
    const doers = { backtest: continueBacktest(bar.deps, 1) };
    const slices = [];
    for (let message = bar.slices.shift(); message; message = bar.slices.shift()) {
      await runSlice(bar.deps, bar.context, message, doers);
      slices.push(message.slice);
    }
    const job = await bar.deps.jobs.get(bar.context, body.jobId);
    expect([slices, job]).toMatchObject([[0, 1, 2], { status: 'succeeded', parts: 1, doneParts: 1 }]);
    expect(job.result?.['totals']).toMatchObject({ interactions: 250, answered: 250 });
    expect(await itemsBesidesJobs()).toEqual(before);
    const empty = { since: '2026-11-01T00:00:00.000Z', until: '2026-11-19T00:00:00.000Z' };
    expect((await backtest(bar, [{ draft: aDraft() }], empty)).result.totals).toMatchObject({
      interactions: 0,
    });
  });

  it.each([
    ['no_such_rule', { rules: [{ ruleId: 'rule_x' }] }],
    ['rule_named_twice', { rules: [{ ruleId: 'rule_1' }, { ruleId: 'rule_1' }] }],
    ['safety_locked', { rules: [{ draft: aDraft({ exclusions: { medicalQuestions: false } }) }] }],
    ['empty_period', { rules: [{ ruleId: 'rule_1' }], since: '2026-12-20T00:00:00.000Z' }],
    ['period_too_long', { rules: [{ ruleId: 'rule_1' }], since: '2025-11-20T00:00:00.000Z' }],
    ['invalid_request', { rules: [] }],
  ])('AR-17 refuses what cannot be tried: %s', async (code, body) => {
    expect(await start(conversation(), body)).toMatchObject({ status: 400, body: { code } });
  });

  it('AR-17 does not take another job for a backtest', async () => {
    const bar = conversation();
    await callAutomation(bar, { method: 'PUT', resource: '/v1/automation/pause', body: { paused: true } });
    const { body } = await callAutomation(bar, {
      method: 'POST',
      resource: '/v1/automation/held-replies/drop',
    });
    const answer = await callAutomation(bar, {
      method: 'GET',
      resource: '/v1/automation/backtests/{jobId}',
      params: { jobId: body.jobId },
    });
    expect(answer.status).toBe(404);
  });
});
