import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createAutomationHandler } from '../../../../lambdas/api/automation/index.ts';
import type { Organization } from '../../../../shared/core/organizations/organization.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../../support/api-events.ts';
import type { Conversation } from '../../../support/conversation.ts';
import { findings } from '../../../support/conversation-builders.ts';
import { eachWithConversation } from '../../../support/each-with-conversation.ts';
import { aWebhook } from '../../../support/webhooks.ts';

type Call = Omit<Parameters<typeof anApiEvent>[0], 'authorizer'> & { role?: 'viewer' | 'agent' | 'admin' };

const draft = (overrides: object = {}) => ({
  name: 'Answer about hours',
  action: { type: 'reply_fixed', texts: ['We open at 8.'] },
  ...overrides,
});

describe('the automation API', () => {
  const conversation = eachWithConversation();

  async function call(bar: Conversation, { role = 'admin', ...input }: Call) {
    const organizations = {
      get: async () => bar.organization,
      update: async (_context: unknown, changes: Partial<Organization>) => {
        bar.organization = { ...bar.organization, ...changes };
        return bar.organization;
      },
    };
    const handler = createAutomationHandler({ ...bar.deps, organizations }, { clock: bar.clock });
    const event = anApiEvent({ ...input, authorizer: aMember(role, bar.context.organizationId) });
    const result = (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
    return { status: result.statusCode, body: JSON.parse(result.body || '{}') };
  }

  const post = (bar: Conversation, body: object) =>
    call(bar, { method: 'POST', resource: '/v1/rules', body });
  const rule = (method: string, ruleId: string, suffix = '') => ({
    method,
    resource: `/v1/rules/{ruleId}${suffix}`,
    params: { ruleId },
  });

  it('AR-05 creates rules with the next free priority, which is off', async () => {
    const bar = conversation();
    expect(await post(bar, draft())).toMatchObject({
      status: 201,
      body: {
        name: 'Answer about hours',
        enabled: false,
        priority: 101,
        revision: 1,
        version: 1,
        createdBy: 'mem_ana',
      },
    });
  });

  it.each([
    ['safety_locked', { exclusions: { medicalQuestions: false } }],
    [
      'rule_can_never_match',
      { conditions: [{ field: 'sentiment', operator: 'equals', value: 'frustration' }] },
    ],
    ['unknown_variable', { action: { type: 'reply_fixed', texts: ['Hi {name}'] } }],
    ['no_such_webhook', { action: { type: 'send_webhook', webhookId: 'whk_unknown' } }],
    ['no_such_template', { action: { type: 'reply_template', templateIds: ['template_x'] } }],
    ['invalid_request', { name: 'x' }],
  ])('AR-05 refuses a faulty rule with 400 %s', async (code, overrides) => {
    expect(await post(conversation(), draft(overrides))).toMatchObject({ status: 400, body: { code } });
  });

  it('AR-08 lets a rule tell a webhook that is on, and says so when it is tried', async () => {
    const bar = conversation();
    const webhook = aWebhook();
    await bar.deps.webhooks.create(bar.context, webhook);
    const action = { type: 'send_webhook', webhookId: webhook.webhookId };
    const telling = draft({ action, enabled: true });
    const tried = await call(bar, {
      method: 'POST',
      resource: '/v1/rules/test',
      body: { message: 'When do you open?', draft: telling },
      role: 'agent',
    });
    await bar.deps.webhooks.disable(bar.context, webhook.webhookId, { reason: 'gone', at: bar.clock.now() });

    expect(tried.body).toMatchObject({
      wouldReply: false,
      reason: 'webhook_matched',
      reply: null,
      webhookId: webhook.webhookId,
    });
    expect(await post(bar, telling)).toMatchObject({ status: 400, body: { code: 'webhook_disabled' } });
    expect(await post(bar, draft({ action }))).toMatchObject({ status: 201, body: { enabled: false } });
  });

  it('AR-05 answers 409 to a priority that another enabled rule holds, also when both come at once', async () => {
    const bar = conversation();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => post(bar, draft({ enabled: true, priority: 7 }))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('rule_priority_taken');
  });

  it('AR-05 switches rules on and off, and sets the order of all enabled ones at once', async () => {
    const bar = conversation();
    const { body: created } = await post(bar, draft());
    expect((await call(bar, rule('POST', created.ruleId, '/enable'))).body).toMatchObject({
      enabled: true,
      version: 2,
    });
    const order = { method: 'PUT', resource: '/v1/rules/order' };
    const { body } = await call(bar, { ...order, body: { ruleIds: [created.ruleId, 'rule_1'] } });
    expect(body.items.map((item: Record<string, unknown>) => [item['ruleId'], item['priority']])).toEqual([
      [created.ruleId, 100],
      ['rule_1', 101],
    ]);
    expect(await call(bar, { ...order, body: { ruleIds: ['rule_1'] } })).toMatchObject({
      status: 409,
      body: { code: 'order_incomplete' },
    });
    expect((await call(bar, rule('POST', 'rule_1', '/disable'))).body).toMatchObject({ enabled: false });
  });

  it('AR-13 makes a new revision of what changes the behaviour, and none of a new name', async () => {
    const bar = conversation();
    const { body: created } = await post(bar, draft());
    const { body: renamed } = await call(bar, {
      ...rule('PUT', created.ruleId),
      body: draft({ name: 'Hours' }),
    });
    const body = draft({ name: 'Hours', maximumMessageLength: 100 });
    const { body: narrowed } = await call(bar, { ...rule('PUT', created.ruleId), body });
    expect([renamed, narrowed]).toMatchObject([
      { name: 'Hours', revision: 1, version: 2, priority: 101 },
      { revision: 2, version: 3, priority: 101 },
    ]);
    const stale = { ...rule('PUT', created.ruleId), body, headers: { 'If-Match': '"1"' } };
    expect(await call(bar, stale)).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
  });

  it('AR-05 deletes a rule', async () => {
    const bar = conversation();
    expect((await call(bar, rule('DELETE', 'rule_1'))).status).toBe(204);
    expect((await call(bar, rule('GET', 'rule_1'))).status).toBe(404);
    expect((await call(bar, { method: 'GET', resource: '/v1/rules' })).body).toEqual({ items: [] });
  });

  const test = (bar: Conversation, body: object) =>
    call(bar, { method: 'POST', resource: '/v1/rules/test', body, role: 'agent' });

  it('AR-16 tells what would happen to a message, without side effects', async () => {
    const bar = conversation();
    expect((await test(bar, { message: 'Lovely!', authorName: 'Lena' })).body).toMatchObject({
      wouldReply: true,
      ruleId: 'rule_1',
      reason: 'rule_matched',
      reply: 'Thank you so much!',
      warnings: [],
      trace: [{ outcome: 'matched', unknown: ['author.verified', 'author.followers'] }],
    });
    expect(await bar.executions()).toEqual([]);
    expect(await bar.deps.interactions.page(bar.context, {}, { limit: 1 })).toMatchObject({ items: [] });
  });

  it('AR-16 shows the reply that the model writes, and what the gate says to it, without side effects', async () => {
    const bar = conversation();
    const draftByModel = draft({ action: { type: 'reply_ai', tone: 'professional' } });
    const tried = await test(bar, { message: 'Lovely!', draft: draftByModel });
    expect(tried.body).toMatchObject({
      wouldReply: true,
      reason: 'rule_matched',
      reply: 'Thank you so much, that is lovely to hear!',
      gate: { ok: true, failed: [] },
    });
    bar.replyOf = () => ({ reply: 'Thank you! See evil.example, you will love it' });
    expect((await test(bar, { message: 'Lovely!', draft: draftByModel })).body).toMatchObject({
      wouldReply: false,
      reason: 'gate:link',
      blockedBy: 'gate:link',
      detail: 'evil.example',
      reply: 'Thank you! See evil.example, you will love it',
      gate: { ok: false, failed: [{ check: 'link', found: 'evil.example' }] },
    });
    bar.replyOf = () => 'throttled';
    expect((await test(bar, { message: 'Lovely!', draft: draftByModel })).body).toMatchObject({
      wouldReply: false,
      reply: null,
      gate: null,
      warnings: ['The model did not answer: there is no reply to show.'],
    });
    expect(await bar.executions()).toEqual([]);
  });

  it('AR-08 refuses a rule whose template is gone, and a template that a rule needs stays', async () => {
    const bar = conversation();
    const action = { type: 'reply_template_ai', templateId: 'template_9', tone: 'friendly' };
    expect(await post(bar, draft({ action }))).toMatchObject({
      status: 400,
      body: { code: 'no_such_template' },
    });
    const now = bar.clock.now();
    const template = { templateId: 'template_9', name: 'Thanks', text: 'Thank you!', language: 'en' };
    await bar.deps.templates.save(bar.context, { ...template, createdAt: now, updatedAt: now, version: 1 });
    expect((await post(bar, draft({ action }))).status).toBe(201);
    const gone = await call(bar, {
      method: 'DELETE',
      resource: '/v1/templates/{templateId}',
      params: { templateId: 'template_9' },
    });
    expect(gone).toMatchObject({ status: 409, body: { code: 'template_in_use' } });
  });

  it('AR-16 tries a draft alone, and takes a given sentiment as certain', async () => {
    const bar = conversation();
    bar.findingsOf = () => findings({ confidence: 10 });
    const conditions = [{ field: 'sentiment', operator: 'equals', value: 'question' }];
    const body = { message: 'When do you open?', sentiment: 'question', draft: draft({ conditions }) };
    expect((await test(bar, body)).body).toMatchObject({
      wouldReply: true,
      ruleId: 'draft',
      reply: 'We open at 8.',
    });
  });

  it.each([
    ['medical', { message: 'Safe while pregnant?' }],
    ['no_match', { message: 'Bad.', sentiment: 'negative' }],
    ['analysis_missing', { message: 'throttle' }],
  ])('AR-16 says why there would be no reply: %s', async (reason, body) => {
    const bar = conversation();
    bar.findingsOf = (text) => (text === 'throttle' ? 'throttled' : findings());
    expect((await test(bar, body)).body).toMatchObject({ wouldReply: false, reason, reply: null });
  });

  it('AR-18 pauses and resumes all automation with one call', async () => {
    const bar = conversation();
    const pause = (paused: boolean) =>
      call(bar, { method: 'PUT', resource: '/v1/automation/pause', body: { paused } });
    expect((await pause(true)).body).toMatchObject({
      pausedAt: bar.clock.now(),
      dryRun: false,
      enabledRules: 1,
    });
    expect(await bar.interaction(await bar.hear())).toMatchObject({
      status: 'manual',
      manualReason: { code: 'automation_paused' },
    });
    expect((await pause(false)).body).toMatchObject({ pausedAt: null });
  });

  it('AR-18 switches dry run', async () => {
    const bar = conversation();
    const input = { method: 'PUT', resource: '/v1/automation/dry-run', body: { dryRun: true } };
    expect((await call(bar, input)).body).toEqual({
      pausedAt: null,
      pausedBy: null,
      dryRun: true,
      enabledRules: 1,
      heldReplies: null,
    });
    await bar.hear();
    const { body } = await call(bar, {
      method: 'GET',
      resource: '/v1/executions',
      query: { outcome: 'dry_run' },
    });
    expect(body.items).toMatchObject([
      { outcome: 'dry_run', ruleId: 'rule_1', preparedText: 'Thank you so much!' },
    ]);
  });

  it('AR-14 lists executions by rule, provider and outcome, the newest first', async () => {
    const bar = conversation();
    const first = await bar.hear({ externalId: 'a', text: 'Gluten free?' });
    bar.clock.advance({ seconds: 1 });
    const second = await bar.hear({ externalId: 'b', text: 'My lawyer says hi' });
    const list = async (query: Record<string, string>) => {
      const { body } = await call(bar, { method: 'GET', resource: '/v1/executions', query });
      return body.items.map((item: { interactionId: string }) => item.interactionId);
    };
    expect([
      await list({}),
      await list({ interactionId: first }),
      await list({ outcome: 'replied' }),
      await list({ provider: 'facebook', outcome: 'blocked', limit: '1' }),
    ]).toEqual([[second, first], [first], [], [second]]);
  });

  it('CM-18 keeps templates: refused with an unknown variable, and not deleted while a rule uses them', async () => {
    const bar = conversation();
    const create = (text: string) =>
      call(bar, { method: 'POST', resource: '/v1/templates', body: { name: 'Hours', text, language: 'en' } });
    expect(await create('Hi {name}')).toMatchObject({ status: 400, body: { code: 'unknown_variable' } });
    const { body: template } = await create('Hi {author_name}, we open at 8.');
    const action = { type: 'reply_template', templateIds: [template.templateId] };
    const { body: user } = await post(bar, draft({ action }));
    const one = { resource: '/v1/templates/{templateId}', params: { templateId: template.templateId } };
    expect(await call(bar, { method: 'DELETE', ...one })).toMatchObject({
      status: 409,
      body: { code: 'template_in_use' },
    });
    await call(bar, rule('DELETE', user.ruleId));
    expect((await call(bar, { method: 'DELETE', ...one })).status).toBe(204);
  });

  it('AR-11 keeps the blocklist, each word once', async () => {
    const bar = conversation();
    const resource = '/v1/blocklist';
    expect((await call(bar, { method: 'GET', resource })).body).toEqual({
      words: [],
      expressions: [],
      updatedAt: null,
      version: 0,
    });
    const { body } = await call(bar, {
      method: 'PUT',
      resource,
      body: { words: ['rival', 'rival', 'refund'] },
    });
    expect(body).toEqual({
      words: ['rival', 'refund'],
      expressions: [],
      updatedAt: bar.clock.now(),
      version: 1,
    });
    expect(await bar.interaction(await bar.hear({ text: 'RIVAL is nicer' }))).toMatchObject({
      status: 'manual',
      manualReason: { code: 'blocklist' },
    });
  });
  it('AR-11 blocks what an expression finds, whatever its letter case and spelling', async () => {
    const bar = conversation();
    const body = { words: ['rival'], expressions: ['flat\\s+whites?', '^(a+)+$'] };
    const saved = await call(bar, { method: 'PUT', resource: '/v1/blocklist', body });
    expect(saved).toMatchObject({ status: 200, body: { ...body, version: 1 } });
    expect(await call(bar, { method: 'GET', resource: '/v1/blocklist' })).toEqual(saved);
    const texts = ['Such FLAT\u00a0whites!', 'Fla\u200bt white', `${'a'.repeat(5_000)}!`];
    const ids = await Promise.all(
      texts.map((text, index) => bar.hear({ externalId: `comment_${index}`, text })),
    );
    const reasons = await Promise.all(ids.map(async (id) => (await bar.interaction(id)).manualReason));
    expect(reasons).toMatchObject([
      { code: 'blocklist', detail: 'flat\\s+whites?' },
      { code: 'blocklist', detail: 'flat\\s+whites?' },
      { code: 'no_match' },
    ]);
  });

  it('AR-11 keeps the expressions when a client sends words alone', async () => {
    const bar = conversation();
    const put = (body: object) => call(bar, { method: 'PUT', resource: '/v1/blocklist', body });
    await put({ words: [], expressions: ['refund'] });
    expect(await put({ words: ['rival'] })).toMatchObject({
      body: { words: ['rival'], expressions: ['refund'], version: 2 },
    });
    expect(await put({ words: ['rival'], expressions: [] })).toMatchObject({ body: { expressions: [] } });
  });

  it('AR-11 refuses a faulty expression with the position of its fault, and keeps what was there', async () => {
    const bar = conversation();
    const body = { words: [], expressions: ['refund', 'a(b', 'x**'] };
    const refused = await call(bar, { method: 'PUT', resource: '/v1/blocklist', body });
    expect(refused).toMatchObject({
      status: 400,
      body: {
        code: 'invalid_expression',
        detail: 'Expression 2 of the blocklist is faulty at character 2: missing closing ).',
        details: {
          faults: [
            { entry: 1, position: 1, description: 'missing closing )' },
            { entry: 2, position: 1, description: 'invalid nested repetition operator' },
          ],
        },
        errors: [
          { path: 'expressions.1', message: 'At character 2: missing closing ).' },
          { path: 'expressions.2', message: 'At character 2: invalid nested repetition operator.' },
        ],
      },
    });
    expect(await bar.deps.blocklists.get(bar.context)).toMatchObject({ version: 0 });
  });

  it('ST-07 lets admins change rules, and nobody below', async () => {
    const bar = conversation();
    const input = { method: 'POST', resource: '/v1/rules', body: draft(), role: 'agent' } as const;
    expect(await call(bar, input)).toMatchObject({ status: 403, body: { code: 'role_required' } });
  });
});
