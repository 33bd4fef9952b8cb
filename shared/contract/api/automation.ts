import * as z from 'zod';
import { Provider } from '../../core/accounts/social-account.ts';
import { Job } from '../../core/activity/job.ts';
import { Execution, ExecutionOutcome } from '../../core/automation/execution.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';

const resource = 'automation';
const read = { role: 'viewer', scope: 'automation:read' } as const;
const write = { role: 'admin', scope: 'automation:write' } as const;

const AutomationState = z.object({
  pausedAt: z.string().nullable(),
  pausedBy: z.string().nullable().describe('The member or token that paused it'),
  dryRun: z.boolean(),
  enabledRules: z.int(),
  heldReplies: z
    .object({ count: z.int(), isComplete: z.boolean().describe('False: there are more') })
    .nullable()
    .describe('Replies that the pause holds; null while automation runs'),
});

export const GetAutomation = endpoint({
  id: 'getAutomation',
  method: 'GET',
  path: '/v1/automation',
  resource,
  access: read,
  summary: 'Whether automation runs',
  status: 200,
  response: AutomationState,
});

export const PauseAutomation = endpoint({
  id: 'pauseAutomation',
  method: 'PUT',
  path: '/v1/automation/pause',
  resource,
  access: write,
  summary: 'The kill switch: pause all automation at once, or let it go on',
  description:
    'Waiting replies hold while automation is paused, and new comments go to people. Letting it go on releases what was held, in a job: each reply is checked again, and what became too late goes to people.',
  body: z.strictObject({ paused: z.boolean() }),
  status: 200,
  response: AutomationState.extend({ releaseJobId: z.string().nullable() }),
});

export const DropHeldReplies = endpoint({
  id: 'dropHeldReplies',
  method: 'POST',
  path: '/v1/automation/held-replies/drop',
  resource,
  access: write,
  summary: 'Hand all replies that the pause holds to people',
  description: 'Only while automation is paused; it stays paused. Follow the job: its result is `{dropped}`.',
  status: 202,
  response: Job,
  idempotent: true,
});

export const SwitchDryRun = endpoint({
  id: 'switchDryRun',
  method: 'PUT',
  path: '/v1/automation/dry-run',
  resource,
  access: write,
  summary: 'Decide and record, but post nothing; or post again',
  body: z.strictObject({ dryRun: z.boolean() }),
  status: 200,
  response: AutomationState,
});

export const ListExecutions = endpoint({
  id: 'listExecutions',
  method: 'GET',
  path: '/v1/executions',
  resource,
  access: read,
  summary: 'What automation decided and did, the newest first',
  query: PageQuery.extend({
    limit: z.coerce.number().int().min(1).max(100).default(100),
    ruleId: z.string().optional(),
    provider: Provider.optional(),
    outcome: ExecutionOutcome.optional(),
    interactionId: z.string().optional(),
  }),
  status: 200,
  response: pageOf(Execution),
});

export const automationEndpoints = [
  GetAutomation,
  PauseAutomation,
  DropHeldReplies,
  SwitchDryRun,
  ListExecutions,
];
