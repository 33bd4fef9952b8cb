import type { TenantContext } from '../kernel/tenant-context.ts';
import type { PurposeUsage, TokenUsage } from './model-usage.ts';

/** A text as the model sees it: an opaque id and what somebody wrote, never an instruction. */
export interface TextToAnalyse {
  id: string;
  text: string;
}

/**
 * The model's raw answer, not yet trusted; `throttled` when it has no capacity now, `over_budget` when the organization
 * has spent what it allows for the month: then it was not asked.
 */
export type ModelAnswer =
  | {
      kind: 'answer';
      input: unknown;
      usage?: TokenUsage | undefined;
      /** What nobody has counted yet: it is counted with what is stored of the answer. */
      uncounted?: PurposeUsage | undefined;
    }
  | { kind: 'throttled' }
  | { kind: 'over_budget' };

/** One call of the language model over texts of one organization. */
export interface AnalysisModel {
  ask(texts: readonly TextToAnalyse[], context: TenantContext): Promise<ModelAnswer>;
}
