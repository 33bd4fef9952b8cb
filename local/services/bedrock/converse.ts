import * as z from 'zod';
import { AwsError } from '../protocols/aws-error.ts';

const TextBlock = z.looseObject({ text: z.string().optional() });

const Tool = z.object({
  name: z.string(),
  description: z.string().optional(),
  inputSchema: z.object({ json: z.record(z.string(), z.unknown()) }),
});
export type Tool = z.infer<typeof Tool>;

/** What the local cloud heeds of a Converse request. */
export const ConverseRequest = z.object({
  messages: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.array(TextBlock) })).min(1),
  system: z.array(TextBlock).default([]),
  inferenceConfig: z
    .object({ maxTokens: z.number().optional(), temperature: z.number().optional() })
    .default({}),
  toolConfig: z
    .object({
      tools: z.array(z.object({ toolSpec: Tool })).min(1),
      toolChoice: z
        .object({ tool: z.object({ name: z.string() }).optional(), any: z.looseObject({}).optional() })
        .optional(),
    })
    .optional(),
});
export type ConverseRequest = z.infer<typeof ConverseRequest>;

export interface ConverseAnswer {
  output: { message: { role: 'assistant'; content: unknown[] } };
  stopReason: 'tool_use' | 'end_turn' | 'max_tokens';
  usage: { inputTokens: number; outputTokens: number; totalTokens: number };
  metrics: { latencyMs: number };
}

/** The tool that the answer must use; undefined where the model may answer in words. */
export function forcedTool({ toolConfig }: ConverseRequest): Tool | undefined {
  const name = toolConfig?.toolChoice?.tool?.name;
  if (name === undefined) return toolConfig?.toolChoice?.any && toolConfig.tools[0]?.toolSpec;
  const tool = toolConfig?.tools.find(({ toolSpec }) => toolSpec.name === name)?.toolSpec;
  if (tool) return tool;
  throw new AwsError('ValidationException', `toolChoice names ${name}, which is not among the tools.`);
}

/** Everything that the user says, in order. */
export function promptOf({ messages }: ConverseRequest): string {
  const said = messages.filter(({ role }) => role === 'user').flatMap(({ content }) => content);
  return textOf(said);
}

export function textOf(blocks: readonly z.infer<typeof TextBlock>[]): string {
  return blocks.flatMap(({ text }) => text ?? []).join('\n');
}
