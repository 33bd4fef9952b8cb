import type { TenantContext } from '../kernel/tenant-context.ts';
import { type PrepareDeps, type PrepareResult, prepareReply } from './prepare-reply.ts';
import { type SendDeps, type SendResult, sendDueReply } from './send-due-reply.ts';

export type ReplyDeps = SendDeps & PrepareDeps;

/** What one message of the reply queue leads to: the interaction itself says which step is next. */
export async function workOnReply(
  deps: ReplyDeps,
  context: TenantContext,
  interactionId: string,
): Promise<SendResult | PrepareResult> {
  const result = await sendDueReply(deps, context, interactionId);
  return result === 'unprepared' ? prepareReply(deps, context, interactionId) : result;
}
