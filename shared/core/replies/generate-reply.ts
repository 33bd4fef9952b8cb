import * as z from 'zod';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { ReplyModel, ReplyRequest } from './reply-model.ts';

/** What the model must answer; whether it may be posted is for the gate to say. */
export const ModelReply = z.object({ reply: z.string() });

export type Generated =
  | { kind: 'text'; text: string }
  /** The model has no capacity now. */
  | { kind: 'later' }
  | { kind: 'over_budget' }
  /** Two answers did not fit the schema. */
  | { kind: 'invalid' };

const MostAnswers = 2;

/** Lets the model write one reply; an answer that does not fit the schema is asked for once more, and then given up. */
export async function generateReply(
  { replyModel }: { replyModel: ReplyModel },
  context: TenantContext,
  request: ReplyRequest,
): Promise<Generated> {
  for (let asked = 0; asked < MostAnswers; asked += 1) {
    const answer = await replyModel.write(request, context);
    if (answer.kind === 'throttled') return { kind: 'later' };
    if (answer.kind === 'over_budget') return answer;
    const parsed = ModelReply.safeParse(answer.input);
    if (parsed.success) return { kind: 'text', text: parsed.data.reply.normalize('NFC').trim() };
  }
  return { kind: 'invalid' };
}
