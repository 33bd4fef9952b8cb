import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type * as z from 'zod';
import type { Access, AwsRequest, LocalService } from '../service.ts';
import { questionOf, replyFor, toolInput } from './bedrock/answer-from-lists.ts';
import { type ConverseAnswer, ConverseRequest, forcedTool, promptOf } from './bedrock/converse.ts';
import { MergeToolName, mergeAnswer } from './bedrock/merge.ts';
import { askModelServer } from './bedrock/model-server.ts';
import { AwsError } from './protocols/aws-error.ts';
import { jsonBody } from './protocols/json-protocol.ts';
import { answerRest, restError, segments } from './protocols/rest-json-protocol.ts';
import type { ServiceOptions } from './service-options.ts';

/** What goes wrong with the next calls; each fault is used up by the calls that it hits. */
export interface BedrockFaults {
  /** So many calls are refused for lack of capacity. */
  throttle?: number;
  /** So many answers do not fit the tool's schema. */
  malformed?: number;
  /** Every reply that is to be written is this one: what does the worst answer lead to? */
  reply?: string;
  /** Every answer takes this long. */
  delayMilliseconds?: number;
}

export interface BedrockService extends LocalService {
  setFaults(faults: BedrockFaults): void;
}

/**
 * Bedrock's Converse call, answered from word lists, so that the same comment always gets the same analysis;
 * or by the OpenAI-compatible model server that EARSHOT_MODEL_URL names.
 */
export function startBedrock(options: ServiceOptions): BedrockService {
  const modelServer = process.env['EARSHOT_MODEL_URL'];
  let faults: BedrockFaults = {};
  const usedUp = (fault: 'throttle' | 'malformed'): boolean => {
    const left = faults[fault] ?? 0;
    faults = { ...faults, [fault]: left - 1 };
    return left > 0;
  };

  async function converse(request: AwsRequest, modelId: string): Promise<ConverseAnswer> {
    const asked = ConverseRequest.parse(jsonBody(request));
    if (faults.delayMilliseconds) await pause(faults.delayMilliseconds);
    if (usedUp('throttle')) {
      throw new AwsError('ThrottlingException', 'Too many requests, please wait before trying again.', 429);
    }
    const malformed = usedUp('malformed');
    if (modelServer && !malformed) return askModelServer(modelServer, modelId, asked);
    return answerFromLists(asked, malformed, faults.reply);
  }

  return {
    names: ['bedrock'],
    setFaults: (next) => {
      faults = next;
    },
    access: (request) => [bedrockAccess(request, options)],
    handle: (request) =>
      answerRest(() => {
        const [, modelId = '', operation] = segments(request);
        if (request.method === 'POST' && operation === 'converse') return converse(request, modelId);
        throw new AwsError(
          'UnknownOperationException',
          `The local cloud does not know ${request.path}.`,
          404,
        );
      }),
    deny: (message) => restError(new AwsError('AccessDeniedException', message, 403)),
    close: async () => {},
  };
}

function answerFromLists(
  asked: z.infer<typeof ConverseRequest>,
  malformed: boolean,
  scripted: string | undefined,
): ConverseAnswer {
  const prompt = promptOf(asked);
  const question = questionOf(prompt);
  const tool = forcedTool(asked);
  const merged = tool?.name === MergeToolName ? mergeAnswer(prompt) : undefined;
  const fitting = merged ?? (tool && toolInput(tool.inputSchema.json, question));
  const isReply = question.tone !== undefined && scripted !== undefined;
  const input = malformed ? { unexpected: true } : isReply ? { reply: scripted } : fitting;
  const content = tool
    ? { toolUse: { toolUseId: `tooluse_${randomUUID()}`, name: tool.name, input } }
    : { text: malformed ? '' : replyFor(question) };
  const inputTokens = tokens(JSON.stringify(asked));
  const outputTokens = tokens(JSON.stringify(content));
  return {
    output: { message: { role: 'assistant', content: [content] } },
    stopReason: tool ? 'tool_use' : 'end_turn',
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs: 1 },
  };
}

/** About four characters make a token. */
function tokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** `eu.`, `us.`, `global.` …: an inference profile, which needs the permission on itself and on the model behind it. */
const ProfilePrefix = /^(?:[a-z]{2,3}(?:-gov)?|apac|global)\.(?=[a-z0-9-]+\.)/;

function bedrockAccess(request: AwsRequest, { region, account }: ServiceOptions): Access {
  const [, modelId = ''] = segments(request);
  const action = 'bedrock:InvokeModel';
  if (modelId.startsWith('arn:')) return { action, resources: [modelId] };
  const model = `arn:aws:bedrock:${region}::foundation-model/${modelId.replace(ProfilePrefix, '')}`;
  if (!ProfilePrefix.test(modelId)) return { action, resources: [model] };
  return { action, resources: [`arn:aws:bedrock:${region}:${account}:inference-profile/${modelId}`, model] };
}
