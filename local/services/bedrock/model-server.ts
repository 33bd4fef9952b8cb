import * as z from 'zod';
import { AwsError } from '../protocols/aws-error.ts';
import { type ConverseAnswer, type ConverseRequest, forcedTool, textOf } from './converse.ts';

const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.string().nullish(),
          tool_calls: z
            .array(
              z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) }),
            )
            .nullish(),
        }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).optional(),
});

/** Asks an OpenAI-compatible server (llama.cpp, Ollama, vLLM …) and answers in Converse's terms. */
export async function askModelServer(
  server: string,
  modelId: string,
  asked: ConverseRequest,
): Promise<ConverseAnswer> {
  const startedAt = Date.now();
  const answer = await fetch(new URL('/v1/chat/completions', server), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(completionRequest(process.env['EARSHOT_MODEL_NAME'] ?? modelId, asked)),
  }).catch((error: unknown) => {
    throw new AwsError(
      'ServiceUnavailableException',
      `The model server cannot be reached: ${String(error)}`,
      503,
    );
  });
  if (answer.status === 429) throw new AwsError('ThrottlingException', 'The model server is busy.', 429);
  if (!answer.ok)
    throw new AwsError(
      'ModelErrorException',
      `The model server answered ${answer.status}: ${await answer.text()}`,
      424,
    );
  const { choices, usage } = Completion.parse(await answer.json());
  const [choice] = choices;
  const calls = choice?.message.tool_calls ?? [];
  const used = calls.map(({ id, function: { name, arguments: input } }) => {
    return { toolUse: { toolUseId: id, name, input: objectOf(input) } };
  });
  const { prompt_tokens: inputTokens = 0, completion_tokens: outputTokens = 0 } = usage ?? {};
  return {
    output: {
      message: {
        role: 'assistant',
        content: used.length > 0 ? used : [{ text: choice?.message.content ?? '' }],
      },
    },
    stopReason: used.length > 0 ? 'tool_use' : choice?.finish_reason === 'length' ? 'max_tokens' : 'end_turn',
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs: Date.now() - startedAt },
  };
}

function completionRequest(model: string, asked: ConverseRequest) {
  const { system, messages, inferenceConfig, toolConfig } = asked;
  const forced = forcedTool(asked);
  return {
    model,
    max_tokens: inferenceConfig.maxTokens,
    temperature: inferenceConfig.temperature,
    messages: [
      ...(system.length > 0 ? [{ role: 'system', content: textOf(system) }] : []),
      ...messages.map(({ role, content }) => ({ role, content: textOf(content) })),
    ],
    tools: toolConfig?.tools.map(({ toolSpec: { name, description, inputSchema } }) => {
      return { type: 'function', function: { name, description, parameters: inputSchema.json } };
    }),
    tool_choice: forced && { type: 'function', function: { name: forced.name } },
  };
}

/** Small models write broken JSON now and then: that is an answer that does not fit, for the caller to judge. */
function objectOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { unparsable: text };
  }
}
