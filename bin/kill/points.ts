import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Interaction } from '../../shared/core/interactions/interaction.ts';
import { InteractionType, interactionOf } from '../../shared/infra/dynamo/interaction-row.ts';
import type { Moment, PassingCall } from './intercepting-proxy.ts';

/** Functions that follow the table's stream. */
export const Followers = ['changes', 'figures'] as const;
export type Follower = (typeof Followers)[number];

/**
 * What a function does to the outside on the way from a comment to its answer. The slot of the limits and the intent
 * are one transaction; the execution of an answered comment is written ahead of the comment, between `after-answer` and `before-record`.
 */
export const Steps = ['capture', 'wake', 'claim', 'look', 'intent', 'post', 'record', ...Followers] as const;
export type Step = (typeof Steps)[number];

/** A named instant to die at, such as `before-post` or `after-claim`. */
export type KillPoint = `${'before' | 'after'}-${Step}` | 'after-answer';

/** A step that a call makes, and the interaction or comment that it is made for; followers of the stream work for many. */
export interface StepMade {
  step: Step;
  subject: string;
}

const OfFollowers: StepMade[] = Followers.map((step) => ({ step, subject: step }));

/** Which function takes a step: others read and write the same things on their own business. */
const FunctionOf: Record<Step, string> = {
  capture: 'queues-intake',
  wake: 'queues-intake',
  claim: 'queues-replies',
  look: 'queues-replies',
  intent: 'queues-replies',
  post: 'queues-replies',
  record: 'queues-replies',
  changes: 'streams-changes',
  figures: 'streams-figures',
};

export function takes(step: Step, functionName: string): boolean {
  return functionName.endsWith(FunctionOf[step]);
}

/** The name of an instant; a post has one more, when its answer has been handed over. */
export function pointOf(step: Step, moment: Moment): KillPoint | undefined {
  if (moment !== 'answered') return `${moment}-${step}`;
  return step === 'post' ? 'after-answer' : undefined;
}

/** The steps that a call may be, as its content shows; who makes it says the rest. */
export function stepsOf({ method, path, operation, body }: PassingCall): StepMade[] {
  const graph = /^\/graph\.facebook\.com\/v[\d.]+\/(?<id>[\d_]+)(?<comments>\/comments)?(?:\?|$)/.exec(
    path,
  )?.groups;
  if (graph?.['id']) {
    if (graph['comments'] === undefined)
      return method === 'GET' ? [{ step: 'look', subject: graph['id'] }] : [];
    return method === 'POST' ? [{ step: 'post', subject: graph['id'] }] : [];
  }
  if (operation.endsWith('.SendMessageBatch')) return wakesOf(body);
  if (operation.endsWith('.PutItem') || operation.endsWith('.TransactWriteItems')) return writesOf(body);
  return operation.endsWith('.UpdateItem') ? OfFollowers : [];
}

const Wakes = z.looseObject({ Entries: z.array(z.looseObject({ MessageBody: z.string() })) });
const Wake = z.looseObject({ interactionId: z.string() });

function wakesOf(body: string): StepMade[] {
  return Wakes.parse(JSON.parse(body)).Entries.flatMap(({ MessageBody }) => {
    const wake = Wake.safeParse(JSON.parse(MessageBody)).data;
    return wake ? [{ step: 'wake', subject: wake.interactionId } as const] : [];
  });
}

type Attributes = Parameters<typeof unmarshall>[0];
const Marshalled = z.custom<Attributes>((value) => typeof value === 'object' && value !== null);
const PutBody = z.looseObject({ Item: Marshalled });
const TransactionBody = z.looseObject({ TransactItems: z.array(z.looseObject({ Put: PutBody.optional() })) });

function writesOf(body: string): StepMade[] {
  const parsed: unknown = JSON.parse(body, bytesOfBase64);
  const puts = TransactionBody.safeParse(parsed).data?.TransactItems.flatMap(({ Put }) => Put ?? []);
  const items = (puts ?? PutBody.array().parse([parsed])).map(({ Item }) => unmarshall(Item));
  const stored = items.find(({ type }) => type === InteractionType);
  if (!stored) return OfFollowers;
  const interaction = interactionOf(stored);
  const takesSlot = items.some(({ type }) => type === 'RuleUsage');
  const step = stepOfWrite(interaction, takesSlot);
  return step ? [{ step, subject: interaction.interactionId }] : [];
}

/** Bytes travel as base64 below the key of their type. */
function bytesOfBase64(key: string, value: unknown): unknown {
  return key === 'B' && typeof value === 'string' ? Buffer.from(value, 'base64') : value;
}

function stepOfWrite({ lease, status, version }: Interaction, takesSlot: boolean): Step | undefined {
  if (version === 1) return 'capture';
  if (status === 'replied') return 'record';
  if (lease === null) return undefined;
  return takesSlot ? 'intent' : 'claim';
}
