import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endpoint } from '../../shared/contract/endpoint.ts';
import { AppError } from '../../shared/core/kernel/errors.ts';
import type { IdempotencyStore, RememberedAnswer } from '../../shared/core/kernel/idempotency.ts';
import { resource } from '../../shared/runtime/resource.ts';
import { redirect, route } from '../../shared/runtime/route.ts';
import { aLambdaContext, aMember, anApiEvent, aToken } from '../support/api-events.ts';
import { fixedClock } from '../support/clock.ts';

const Cup = z.object({ cupId: z.string(), size: z.int(), version: z.int() });

const GetCup = endpoint({
  id: 'getCup',
  method: 'GET',
  path: '/v1/cups/{cupId}',
  resource: 'cups',
  access: { role: 'agent', scope: 'cups:read' },
  summary: 'A cup',
  params: z.object({ cupId: z.string() }),
  query: z.strictObject({ unit: z.enum(['ml', 'oz']).default('ml') }),
  status: 200,
  response: Cup,
});

const MakeCup = endpoint({
  id: 'makeCup',
  method: 'POST',
  path: '/v1/cups',
  resource: 'cups',
  access: { role: 'agent', scope: 'cups:write' },
  summary: 'Make a cup',
  body: z.strictObject({ size: z.int().min(1) }),
  status: 201,
  response: Cup,
  idempotent: true,
});

const MakePeopleCup = endpoint({
  ...MakeCup,
  id: 'people',
  path: '/v1/people-cups',
  access: { role: 'owner', scope: null },
});
const Visit = endpoint({
  id: 'visit',
  method: 'GET',
  path: '/v1/visit',
  resource: 'cups',
  access: 'public',
  summary: '',
  status: 302,
});

function memory(): IdempotencyStore & {
  answers: Map<string, { digest: string; answer?: RememberedAnswer }>;
} {
  const answers = new Map<string, { digest: string; answer?: RememberedAnswer }>();
  return {
    answers,
    async start(_context, key, digest) {
      const known = answers.get(key);
      if (!known) {
        answers.set(key, { digest });
        return { kind: 'first' };
      }
      if (known.digest !== digest) return { kind: 'reused' };
      return known.answer ? { kind: 'answered', answer: known.answer } : { kind: 'running' };
    },
    async finish(_context, key, answer) {
      answers.set(key, { digest: answers.get(key)?.digest ?? '', answer });
    },
    async abandon(_context, key) {
      answers.delete(key);
    },
  };
}

function cups(options: { fail?: () => Error | undefined } = {}) {
  let made = 0;
  const idempotency = memory();
  const handler = resource(
    [
      route(GetCup, async ({ params, query }) => {
        const failure = options.fail?.();
        if (failure) throw failure;
        const leaked = { secret: 'not part of the contract' };
        return { cupId: params.cupId, size: query.unit === 'ml' ? 200 : 7, version: 3, ...leaked };
      }),
      route(MakeCup, async ({ body }) => {
        const failure = options.fail?.();
        if (failure) throw failure;
        made += 1;
        return { cupId: `cup_${made}`, size: body.size, version: 1 };
      }),
      route(MakePeopleCup, async ({ body }) => ({ cupId: 'cup_p', size: body.size, version: 1 })),
      route(Visit, async () => redirect('/there', { cookies: ['a=1; HttpOnly'] })),
    ],
    {
      idempotency,
      clock: fixedClock(),
      identify: async (user) =>
        (user.userId === 'founder' ? aMember('owner') : user) as Record<string, string>,
    },
  );
  return {
    call: (event: Parameters<typeof anApiEvent>[0]) => handler(anApiEvent(event), aLambdaContext()),
    idempotency,
  };
}

const getCup = { method: 'GET', resource: '/v1/cups/{cupId}', params: { cupId: 'cup_1' } };
const makeCup = { method: 'POST', resource: '/v1/cups', body: { size: 200 } };
const problem = (result: { body: string }) => JSON.parse(result.body) as Record<string, unknown>;

describe('a resource of the API', () => {
  it('ST-03 answers what the contract names and nothing else, with the version as ETag', async () => {
    const result = await cups().call(getCup);

    expect(result).toMatchObject({
      statusCode: 200,
      headers: { etag: '"3"', 'content-type': 'application/json' },
    });
    expect(JSON.parse(result.body)).toEqual({ cupId: 'cup_1', size: 200, version: 3 });
  });

  it('ST-03 names every faulty field of a request in problem details', async () => {
    const result = await cups().call({ ...makeCup, body: { size: 0, colour: 'red' } });

    expect(result).toMatchObject({
      statusCode: 400,
      headers: { 'content-type': 'application/problem+json' },
    });
    expect(problem(result)).toMatchObject({ status: 400, code: 'invalid_request', requestId: 'req_1' });
    expect((problem(result)['errors'] as { path: string }[]).map(({ path }) => path)).toEqual([
      'body.size',
      'body',
    ]);
  });

  it.each([
    ['no JSON', { ...makeCup, body: '{' }, 400, 'invalid_json'],
    ['an unknown query parameter', { ...getCup, query: { unti: 'ml' } }, 400, 'invalid_request'],
    ['an ETag that is none', { ...getCup, headers: { 'If-Match': 'latest' } }, 400, 'invalid_if_match'],
    ['an operation that does not exist', { ...getCup, resource: '/v1/mugs' }, 404, 'no_such_operation'],
    ['a role that is too low', { ...getCup, authorizer: aMember('viewer') }, 403, 'role_required'],
    ['a token without the scope', { ...getCup, authorizer: aToken('cups:write') }, 403, 'scope_required'],
    [
      'a token where only people may',
      { ...makeCup, resource: '/v1/people-cups', authorizer: aToken('cups:write') },
      403,
      'people_only',
    ],
    [
      'a person without an organization',
      { ...getCup, authorizer: { userId: 'u', email: 'a@b.example' } },
      403,
      'no_organization',
    ],
  ])('ST-07 refuses %s', async (_what, event, status, code) => {
    const result = await cups().call(event);

    expect([result.statusCode, problem(result)['code']]).toEqual([status, code]);
  });

  it('ST-07 knows the founder of an organization at once, though the authorizer’s answer is older', async () => {
    const authorizer = { actorKind: 'member', userId: 'founder', email: 'a@b.example' };

    expect(await cups().call({ ...getCup, authorizer })).toMatchObject({ statusCode: 200 });
  });

  it('ST-07 lets a token in that has the scope', async () => {
    expect(await cups().call({ ...getCup, authorizer: aToken('cups:read cups:write') })).toMatchObject({
      statusCode: 200,
    });
  });

  it('ST-03 keeps the text of an unexpected failure to itself, also when a stored item does not parse', async () => {
    for (const failure of [new Error('password is hunter2'), z.string().safeParse(1).error ?? new Error()]) {
      const result = await cups({ fail: () => failure }).call(getCup);

      expect(result.statusCode).toBe(500);
      expect(problem(result)).toMatchObject({ code: 'internal', requestId: 'req_1' });
      expect(result.body).not.toMatch(/hunter2|expected/);
    }
  });

  it('ST-03 says when to come back', async () => {
    const limited = new AppError('limited', 'slow_down', 'Too fast.', {
      details: { retryAfterSeconds: 12.2 },
    });

    expect(await cups({ fail: () => limited }).call(getCup)).toMatchObject({
      statusCode: 429,
      headers: { 'retry-after': '13' },
    });
  });

  it('CM-01 redirects with cookies', async () => {
    expect(await cups().call({ method: 'GET', resource: '/v1/visit', authorizer: null })).toMatchObject({
      statusCode: 302,
      headers: { location: '/there' },
      multiValueHeaders: { 'set-cookie': ['a=1; HttpOnly'] },
      body: '',
    });
  });
});

describe('an idempotency key', () => {
  const keyed = { ...makeCup, headers: { 'Idempotency-Key': 'k1' } };

  it('ST-03 creates once and repeats the first answer', async () => {
    const { call } = cups();
    const first = await call(keyed);
    const second = await call(keyed);

    expect(JSON.parse(second.body)).toEqual(JSON.parse(first.body));
    expect(second).toMatchObject({ statusCode: 201, headers: { 'idempotency-replayed': 'true' } });
    expect(JSON.parse((await call(makeCup)).body)).toMatchObject({ cupId: 'cup_2' });
  });

  it('ST-03 refuses the key for another request, and while the first is running', async () => {
    const { call, idempotency } = cups();
    await call(keyed);
    const other = await call({ ...keyed, body: { size: 300 } });
    expect([other.statusCode, problem(other)['code']]).toEqual([409, 'idempotency_key_reused']);

    for (const entry of idempotency.answers.values()) delete entry.answer;
    const running = await call(keyed);
    expect([running.statusCode, problem(running)['code']]).toEqual([409, 'still_running']);
  });

  it('ST-03 may be used again after the call failed', async () => {
    let broken = true;
    const { call } = cups({ fail: () => (broken ? new Error('down') : undefined) });
    expect(await call(keyed)).toMatchObject({ statusCode: 500 });
    broken = false;

    expect(await call(keyed)).toMatchObject({ statusCode: 201 });
  });
});
