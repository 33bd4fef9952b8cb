/** Each step is this many times as long as the one before; the middle of a step is at most 5 % off. */
const StepFactor = 1.1;

/** How often each step of the scale of response times occurred; adding two histograms step by step merges them. */
export type StepCounts = ReadonlyMap<number, number>;

/** The step of a scale of growing steps that a response time lies in. */
export function stepOfSeconds(seconds: number): number {
  return Math.max(0, Math.ceil(Math.log(Math.max(1, seconds)) / Math.log(StepFactor)));
}

/** The time in the middle of a step, in seconds. */
function secondsOfStep(step: number): number {
  return Math.round((2 * StepFactor ** step) / (StepFactor + 1));
}

/** The time within which a share of the answers came (0.5 is the median), at most 5 % off; null without answers. */
export function secondsAtShare(counts: StepCounts, share: number): number | null {
  const steps = [...counts].filter(([, amount]) => amount > 0).sort(([a], [b]) => a - b);
  const total = steps.reduce((sum, [, amount]) => sum + amount, 0);
  let reached = 0;
  for (const [step, amount] of steps) {
    reached += amount;
    if (reached >= total * share) return secondsOfStep(step);
  }
  return null;
}
