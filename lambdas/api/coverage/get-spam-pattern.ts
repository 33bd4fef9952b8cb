import { GetSpamPattern } from '../../../shared/contract/api/spam-patterns.ts';
import type { SpamPatternStore } from '../../../shared/core/coverage/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getSpamPattern = ({ spamPatterns }: { spamPatterns: SpamPatternStore }) =>
  route(GetSpamPattern, async ({ context, params }) => {
    const pattern = await spamPatterns.find(context, params.patternId);
    if (!pattern) throw notFound('The spam pattern');
    return pattern;
  });
