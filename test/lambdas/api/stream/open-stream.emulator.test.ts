import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStream } from '../../../../lambdas/api/stream/open-stream.ts';
import type { ActivityEvent, ActivityLog } from '../../../../shared/core/activity/activity-event.ts';
import { addSeconds } from '../../../../shared/core/kernel/time.ts';
import { activityStore } from '../../../../shared/infra/dynamo/activity-store.ts';
import { aLambdaContext, aMember, anApiEvent, aToken } from '../../../support/api-events.ts';
import { fixedClock } from '../../../support/clock.ts';
import { aContext } from '../../../support/contexts.ts';
import { callStreaming, installResponseStreaming } from '../../../support/response-stream.ts';
import { type StartedTable, startTable } from '../../../support/start-table.ts';

const Start = '2026-11-20T12:59:50.000Z';
let started: StartedTable;
let activity: ActivityLog;

beforeAll(async () => {
  installResponseStreaming();
  started = await startTable();
  activity = activityStore(started.table);
});
afterAll(() => started.stop());

const anEvent = (at: string, name: string): ActivityEvent => ({
  type: 'clipping.created',
  id: `${at}_${name}`,
  at,
  data: { clippingId: name, campaignId: 'cam_1' },
});

/** Opens a stream for 25 seconds, in which the given things happen at their seconds. */
async function open(
  request: { headers?: Record<string, string>; authorizer?: Record<string, string> },
  happenings: Record<number, () => Promise<void>> = {},
) {
  const clock = fixedClock(Start);
  let second = 0;
  const wait = async () => {
    clock.advance({ seconds: 1 });
    second += 1;
    await happenings[second]?.();
  };
  const identify = async () => aMember('owner', 'org_founded');
  const handler = openStream({ activity, clock, wait, identify });
  const event = anApiEvent({ method: 'GET', resource: '/v1/stream', ...request });
  return callStreaming(handler, event, aLambdaContext());
}

const idsIn = (body: string) => [...body.matchAll(/^id: (.+)$/gm)].map(([, id]) => id?.split('_')[1]);

describe('GET /v1/stream', () => {
  it('RT-01 streams what happens, across the turn of the hour, and ends by itself before its time is up', async () => {
    const happen = (second: number, organizationId: string, name: string) => () => {
      const at = addSeconds(Start, second);
      return activity.append(aContext({ organizationId }), at, [anEvent(at, name)]);
    };
    const answer = await open(
      {},
      {
        3: happen(3, 'org_beanbar', 'first'),
        4: happen(4, 'org_teahouse', 'foreign'),
        14: happen(14, 'org_beanbar', 'second'),
      },
    );

    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
    });
    expect(answer.body).toMatch(/^retry: 2000\n: connected\n\n/);
    expect(idsIn(answer.body)).toEqual(['first', 'second']);
    expect(answer.body).toContain(`data: ${JSON.stringify(anEvent(addSeconds(Start, 3), 'first'))}\n\n`);
  });

  it('RT-01 resumes after the last event across hours without a gap', async () => {
    const organizationId = 'org_resume';
    await activity.follow(aContext({ organizationId }), addSeconds(Start, -3_700));
    const times = [-3_700, -3_600, -1_800, -30].map((seconds) => addSeconds(Start, seconds));
    for (const [index, at] of times.entries()) {
      await activity.append(aContext({ organizationId }), at, [anEvent(at, `event${index}`)]);
    }
    const headers = { 'Last-Event-ID': `${times[1]}_event1` };
    const answer = await open({ headers, authorizer: aMember('viewer', organizationId) });

    expect(idsIn(answer.body)).toEqual(['event2', 'event3']);
  });

  it('RT-01 tells a client to reload where nobody followed meanwhile, and files nothing then', async () => {
    const context = aContext({ organizationId: 'org_alone' });
    const at = addSeconds(Start, -600);
    await activity.append(context, at, [anEvent(at, 'unseen')]);
    const headers = { 'Last-Event-ID': `${addSeconds(Start, -1_200)}_event` };
    const answer = await open({ headers, authorizer: aMember('viewer', 'org_alone') });

    expect(answer.body).toContain('event: reset');
    expect(await Array.fromAsync(activity.since(context, at, Start))).toEqual([]);
  });

  it('RT-01 files for two hours after the last look of a client, whichever function looked', async () => {
    const context = aContext({ organizationId: 'org_away' });
    const begun = await activity.follow(context, Start);
    const back = addSeconds(Start, 2 * 3_600);
    const other = activityStore(started.table);
    await other.append(context, back, [anEvent(back, 'kept')]);
    const late = addSeconds(Start, 3 * 3_600);
    await other.append(context, late, [anEvent(late, 'dropped')]);

    expect((await Array.fromAsync(activity.since(context, Start, late))).map(({ id }) => id)).toEqual([
      `${back}_kept`,
    ]);
    expect([
      begun,
      await other.follow(context, back),
      await other.follow(context, addSeconds(late, 7_200)),
    ]).toEqual([Start, Start, addSeconds(late, 7_200)]);
  });

  it('ST-07 knows a founder at once, though the authorizer has not heard of the organization yet', async () => {
    const founder = { actorKind: 'member', userId: 'mem_new', email: 'new@beanbar.example' };

    expect((await open({ authorizer: founder })).status).toBe(200);
  });

  it('ST-07 refuses a token without the scope, as a problem document', async () => {
    const answer = await open({ authorizer: aToken('reports:read') });

    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ status: 403, code: 'scope_required' });
  });
});
