import type { BedrockRuntimeClient, ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { questionOf, toolInput } from '../../local/services/bedrock/answer-from-lists.ts';

/** An estimate: English prose has about four characters per token, JSON and other languages fewer. */
const CharactersPerToken = 3.5;

/** By the comments asked about. Both pipelines put the same question, mostly about the same, and finding answers takes long. */
export type ModelAnswers = Map<string, ReturnType<typeof toolInput>>;

/** A model that answers from word lists, and counts the tokens of the real prompts and answers. */
export class ModelMeter {
  readonly answers: ModelAnswers;
  calls = 0;
  inputTokens = 0;
  outputTokens = 0;

  constructor(answers: ModelAnswers = new Map()) {
    this.answers = answers;
  }

  get client(): BedrockRuntimeClient {
    return {
      send: async (command: { input: ConverseCommandInput }) => this.#answer(command.input),
    } as unknown as BedrockRuntimeClient;
  }

  #answer({ system = [], messages = [], toolConfig }: ConverseCommandInput) {
    const tool = toolConfig?.tools?.[0]?.toolSpec;
    const prompt = messages.flatMap(({ content = [] }) => content.map(({ text }) => text ?? '')).join('\n');
    const input = this.answers.get(prompt) ?? toolInput(tool?.inputSchema?.json, questionOf(prompt));
    this.answers.set(prompt, input);
    const inputTokens = tokensOf([system, messages, toolConfig]);
    const outputTokens = tokensOf(input);
    this.calls += 1;
    this.inputTokens += inputTokens;
    this.outputTokens += outputTokens;
    const content = [{ toolUse: { toolUseId: 'tool_1', name: tool?.name, input } }];
    return { output: { message: { role: 'assistant', content } }, usage: { inputTokens, outputTokens } };
  }
}

function tokensOf(value: unknown): number {
  return Math.ceil(JSON.stringify(value).length / CharactersPerToken);
}
