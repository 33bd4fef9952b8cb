import { DeleteSpamPattern } from '../../../shared/contract/api/spam-patterns.ts';
import type { SpamPatternStore } from '../../../shared/core/coverage/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const deleteSpamPattern = ({ spamPatterns }: { spamPatterns: SpamPatternStore }) =>
  route(DeleteSpamPattern, async ({ context, params }) => {
    if (!(await spamPatterns.find(context, params.patternId))) throw notFound('The spam pattern');
    await spamPatterns.delete(context, params.patternId);
    return undefined;
  });
