import type { TokenUsage } from './model-usage.ts';

export interface ModelPrice {
  inputUsdPerMillion: number;
  outputUsdPerMillion: number;
}

/**
 * The day of the list below: on-demand prices of global endpoints, as they were repeated on public pages. Compare them with
 * the price page of Amazon Bedrock before a budget is relied on.
 */
export const PricesAsOf = '2026-11-20';

/** By a part of the model's id; the first that fits counts. */
const Prices: readonly (ModelPrice & { model: string })[] = [
  { model: 'claude-haiku-4-5', inputUsdPerMillion: 1, outputUsdPerMillion: 5 },
  { model: 'claude-3-5-haiku', inputUsdPerMillion: 0.8, outputUsdPerMillion: 4 },
  { model: 'claude-3-haiku', inputUsdPerMillion: 0.25, outputUsdPerMillion: 1.25 },
  { model: 'claude-opus-4-5', inputUsdPerMillion: 5, outputUsdPerMillion: 25 },
  { model: 'sonnet', inputUsdPerMillion: 3, outputUsdPerMillion: 15 },
];
/** A model that nobody has priced is taken for a dear one, so that a budget errs on the safe side. */
const UnknownModel: ModelPrice = { inputUsdPerMillion: 15, outputUsdPerMillion: 75 };

/** Models since Claude 4.5 cost more where the endpoint keeps to a region. */
const RegionalFactor = 1.1;

/** What a model costs under its id, as the stack is told it (`eu.anthropic.claude-haiku-4-5-…`). */
export function priceOf(modelId: string): ModelPrice {
  const { inputUsdPerMillion, outputUsdPerMillion } =
    Prices.find(({ model }) => modelId.includes(model)) ?? UnknownModel;
  const factor = modelId.includes('-4-5') && !modelId.startsWith('global.') ? RegionalFactor : 1;
  return {
    inputUsdPerMillion: inputUsdPerMillion * factor,
    outputUsdPerMillion: outputUsdPerMillion * factor,
  };
}

/** A dollar per million tokens is a millionth of a dollar per token. */
export function microUsdOf(price: ModelPrice, { inputTokens, outputTokens }: TokenUsage): number {
  return Math.ceil(inputTokens * price.inputUsdPerMillion + outputTokens * price.outputUsdPerMillion);
}
