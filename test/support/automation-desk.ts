import type { APIGatewayProxyResult } from 'aws-lambda';
import { createAutomationHandler } from '../../lambdas/api/automation/index.ts';
import { createJobsQueueHandler } from '../../lambdas/queues/jobs.ts';
import type { ReplyRemoval } from '../../shared/core/accounts/platform-interactions.ts';
import type { Organization } from '../../shared/core/organizations/organization.ts';
import { aLambdaContext, aMember, anApiEvent } from './api-events.ts';
import type { Conversation } from './conversation.ts';
import { deliver } from './queue-events.ts';

type Call = Omit<Parameters<typeof anApiEvent>[0], 'authorizer'> & { role?: 'viewer' | 'agent' | 'admin' };

function depsOf(bar: Conversation) {
  const organizations = {
    get: async () => bar.organization,
    update: async (_context: unknown, changes: Partial<Organization>) => {
      bar.organization = { ...bar.organization, ...changes };
      return bar.organization;
    },
  };
  const removeReply: ReplyRemoval['removeReply'] = async (_context, _account, { externalId }) =>
    bar.platform.removeReply(externalId);
  return { ...bar.deps, organizations, moderation: { removeReply } };
}

/** Calls the automation API of one organization. */
export async function callAutomation(bar: Conversation, { role = 'admin', ...input }: Call) {
  const handler = createAutomationHandler(depsOf(bar), { clock: bar.clock });
  const event = anApiEvent({ ...input, authorizer: aMember(role, bar.context.organizationId) });
  const result = (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
  return { status: result.statusCode, body: JSON.parse(result.body || '{}') };
}

const unasked = () => Promise.reject(new Error('Nobody asked for an import of the directory.'));

/** Delivers one message of the queue of long work, and answers whether it was done. */
export async function deliverSlice(
  bar: Conversation,
  message: Conversation['slices'][number],
): Promise<boolean> {
  const failed = await deliver(
    createJobsQueueHandler({ ...depsOf(bar), importDirectory: unasked, personalData: {} }),
    [message],
    {
      queue: 'earshot-test-jobs',
    },
  );
  return failed.length === 0;
}

/** Delivers messages of the queue of long work until none is left. */
export async function workOff(bar: Conversation): Promise<number> {
  let delivered = 0;
  for (let message = bar.slices.shift(); message; message = bar.slices.shift()) {
    if (!(await deliverSlice(bar, message))) throw new Error(`Slice ${message.slice} failed.`);
    delivered += 1;
  }
  return delivered;
}
