import * as z from 'zod';
import { Provider } from '../../core/accounts/social-account.ts';
import { Execution, ExecutionOutcome } from '../../core/automation/execution.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';

const resource = 'automation';
const read = { role: 'viewer', scope: 'automation:read' } as const;
const write = { role: 'admin', scope: 'automation:write' } as const;

const AutomationState = z.object({
  pausedAt: z.string().nullable(),
  dryRun: z.boolean(),
  enabledRules: z.int(),
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
  description: 'Waiting replies hold while automation is paused. New comments go to people.',
  body: z.strictObject({ paused: z.boolean() }),
  status: 200,
  response: AutomationState,
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

export const automationEndpoints = [GetAutomation, PauseAutomation, SwitchDryRun, ListExecutions];
