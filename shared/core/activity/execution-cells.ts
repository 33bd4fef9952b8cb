import type { ObservedExecution } from './observed-item.ts';
import type { Counts } from './rollup.ts';
import { cellName } from './rollup-cell.ts';

/** AR-15: how a decision of automation counts, and the time that it took. */
export function executionCounts(item: ObservedExecution): Counts {
  const { accountId, ruleId, outcome, blockedBy, processingMilliseconds = 0 } = item;
  const end = { accountId, ruleId: ruleId ?? '', outcome, blockedBy: blockedBy ?? '' };
  return {
    [cellName({ counts: 'execution', ...end })]: 1,
    [cellName({ counts: 'processing', accountId })]: processingMilliseconds,
  };
}
