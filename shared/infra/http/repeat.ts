import { setTimeout as delay } from 'node:timers/promises';

export interface RepeatPolicy {
  attempts: number;
  /** Before the second attempt the wait is anything up to this, before each further one up to twice as much. */
  firstWaitMilliseconds: number;
  longestWaitMilliseconds: number;
  random?: () => number;
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** Repeats what the judge allows, after waits with full jitter, and throws the last error. */
export async function repeat<T>(
  policy: RepeatPolicy,
  mayRepeat: (error: unknown) => boolean,
  work: () => Promise<T>,
): Promise<T> {
  const { attempts, random = Math.random, wait = delay } = policy;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !mayRepeat(error)) throw error;
      await wait(Math.floor(random() * waitCeiling(policy, attempt)));
    }
  }
}

function waitCeiling(policy: RepeatPolicy, attempt: number): number {
  return Math.min(policy.longestWaitMilliseconds, policy.firstWaitMilliseconds * 2 ** (attempt - 1));
}
