import {
  type BedrockRuntimeClient,
  ConverseCommand,
  type ConverseResponse,
  type ToolInputSchema,
} from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod';
import type { ModelAnswer } from '../../core/analysis/ports.ts';

/** Failures that pass by themselves; everything else is a fault of ours and must be seen. */
const Passing = new Set([
  'ThrottlingException',
  'ServiceUnavailableException',
  'ServiceQuotaExceededException',
  'ModelNotReadyException',
  'ModelTimeoutException',
  'InternalServerException',
  'TimeoutError',
]);

export interface ToolQuestion {
  modelId: string;
  /** What is asked; nothing that strangers wrote may be in it. */
  instructions: readonly string[];
  /** What it is asked about, as JSON: the only place for what strangers wrote. */
  data: unknown;
  tool: { name: string; description: string; input: z.ZodType };
  maxTokens: number;
  temperature: number;
}

/** Asks the model with one forced tool, so that its answer has a schema; strangers' texts stay data (CM-14). */
export async function askTool(client: BedrockRuntimeClient, question: ToolQuestion): Promise<ModelAnswer> {
  try {
    return answerOf(await client.send(commandFor(question)), question.tool.name);
  } catch (error) {
    if (error instanceof Error && Passing.has(error.name)) return { kind: 'throttled' };
    throw error;
  }
}

function commandFor({ modelId, instructions, data, tool, maxTokens, temperature }: ToolQuestion) {
  const { $schema: _, ...json } = z.toJSONSchema(tool.input, { target: 'draft-7' });
  const { name, description } = tool;
  const inputSchema = { json: json as ToolInputSchema.JsonMember['json'] };
  return new ConverseCommand({
    modelId,
    system: [{ text: instructions.join('\n') }],
    messages: [{ role: 'user', content: [{ text: JSON.stringify(data) }] }],
    inferenceConfig: { temperature, maxTokens },
    toolConfig: {
      tools: [{ toolSpec: { name, description, inputSchema } }],
      toolChoice: { tool: { name } },
    },
  });
}

/** An answer without the tool's input fits nothing and is judged like any other misfit. */
function answerOf({ output, usage }: ConverseResponse, toolName: string): ModelAnswer {
  const used = output?.message?.content?.find((block) => block.toolUse?.name === toolName);
  const { inputTokens, outputTokens } = usage ?? {};
  return {
    kind: 'answer',
    input: used?.toolUse?.input,
    ...(inputTokens !== undefined && outputTokens !== undefined && { usage: { inputTokens, outputTokens } }),
  };
}
