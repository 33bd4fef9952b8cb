import type * as z from 'zod';
import type { FutureSpamQuery } from '../../../shared/contract/api/spam-patterns.ts';
import type { FutureSpam } from '../../../shared/core/coverage/mark-as-spam.ts';

/** What a call that marks spam says about the future; undefined when it is about one article alone. */
export function futureSpamOf({
  patternType,
  patternText,
  patternScope,
}: z.output<typeof FutureSpamQuery>): FutureSpam | undefined {
  return patternType && { type: patternType, text: patternText, scope: patternScope };
}
