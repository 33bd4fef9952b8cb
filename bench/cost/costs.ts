import type { LambdaMeter } from './lambda-meter.ts';
import type { Ledger } from './ledger.ts';
import type { ModelMeter } from './model-meter.ts';
import { Prices } from './prices.ts';
import type { QueueMeter } from './queue-meter.ts';

export interface Meters {
  ledger: Ledger;
  queues: QueueMeter;
  lambda: LambdaMeter;
  model: ModelMeter;
}

/** What one comment takes. */
export interface PerComment {
  writeUnits: number;
  readUnits: number;
  queueRequests: number;
  lambdaRequests: number;
  lambdaMilliseconds: number;
  modelCalls: number;
  inputTokens: number;
  outputTokens: number;
}

export function perComment({ ledger, queues, lambda, model }: Meters, comments: number): PerComment {
  return {
    writeUnits: ledger.writeUnits / comments,
    readUnits: ledger.readUnits / comments,
    queueRequests: queues.requests / comments,
    lambdaRequests: lambda.invocations / comments,
    lambdaMilliseconds: lambda.milliseconds / comments,
    modelCalls: model.calls / comments,
    inputTokens: model.inputTokens / comments,
    outputTokens: model.outputTokens / comments,
  };
}

/** All functions of the pipeline have this much memory. */
const Gigabytes = 1;

/** Dollars for a million comments, by what they are paid for. */
export function dollarsPerMillion(one: PerComment) {
  const lambda =
    one.lambdaRequests * Prices.lambdaRequests +
    one.lambdaMilliseconds * 1_000 * Gigabytes * Prices.lambdaGigabyteSeconds;
  const dollars = {
    writes: one.writeUnits * Prices.writeUnits,
    reads: one.readUnits * Prices.readUnits,
    queues: one.queueRequests * Prices.queueRequests,
    lambda,
    model: one.inputTokens * Prices.inputTokens + one.outputTokens * Prices.outputTokens,
  };
  const total = Object.values(dollars).reduce((sum, amount) => sum + amount, 0);
  return { ...dollars, withoutModel: total - dollars.model, total };
}
