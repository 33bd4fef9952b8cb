import * as z from 'zod';
import { Job } from '../../core/activity/job.ts';
import { BacktestResult } from '../../core/automation/backtest/backtest-result.ts';
import { BacktestExample, ExampleLists } from '../../core/automation/backtest/backtest-state.ts';
import { MostEnabledRules, RuleDraft } from '../../core/automation/rule.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';

const resource = 'automation';
const read = { role: 'viewer', scope: 'automation:read' } as const;
const Params = z.object({ jobId: z.string() });

const TriedRule = z.union([
  z.strictObject({ ruleId: z.string() }),
  z.strictObject({
    draft: RuleDraft,
    replaces: z.string().optional().describe('The stored rule in whose place the draft is tried'),
  }),
]);

export const StartBacktest = endpoint({
  id: 'startBacktest',
  method: 'POST',
  path: '/v1/automation/backtests',
  resource,
  access: { role: 'agent', scope: 'automation:write' },
  summary: 'Try a set of rules on past interactions; nothing is posted or changed',
  description:
    'The rules are tried in the given order, all of them enabled, with their limits and cooldowns over the time. Stored analyses are used and no model is asked. Follow the job, then read its result; both are kept for 7 days.',
  body: z.strictObject({
    rules: z.array(TriedRule).min(1).max(MostEnabledRules),
    since: z.iso.datetime().optional().describe('30 days before `until` when left out'),
    until: z.iso.datetime().optional().describe('Now when left out; at most 92 days after `since`'),
  }),
  status: 202,
  response: Job,
  idempotent: true,
});

export const GetBacktest = endpoint({
  id: 'getBacktest',
  method: 'GET',
  path: '/v1/automation/backtests/{jobId}',
  resource,
  access: read,
  summary: 'What a set of rules would have done, beside what happened',
  params: Params,
  status: 200,
  response: z.object({ job: Job.omit({ result: true }), result: BacktestResult.nullable() }),
});

export const ListBacktestExamples = endpoint({
  id: 'listBacktestExamples',
  method: 'GET',
  path: '/v1/automation/backtests/{jobId}/examples',
  resource,
  access: read,
  summary: 'Interactions behind a figure of a backtest, at most 50 of each list',
  params: Params,
  query: PageQuery.extend({ list: z.enum(ExampleLists).default('newly_answered') }),
  status: 200,
  response: pageOf(BacktestExample),
});

export const backtestsEndpoints = [StartBacktest, GetBacktest, ListBacktestExamples];
