import { ListSpamPatterns } from '../../../shared/contract/api/spam-patterns.ts';
import type { SpamPatternStore } from '../../../shared/core/coverage/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listSpamPatterns = ({ spamPatterns }: { spamPatterns: SpamPatternStore }) =>
  route(ListSpamPatterns, ({ context, query }) => spamPatterns.page(context, query, query));
