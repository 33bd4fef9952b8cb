import { MarkSuggestionAsSpam } from '../../../shared/contract/api/coverage.ts';
import { type MarkAsSpamDeps, markSuggestion } from '../../../shared/core/coverage/mark-as-spam.ts';
import { route } from '../../../shared/runtime/route.ts';
import { futureSpamOf } from './future-spam.ts';

export const markSuggestionAsSpam = (deps: MarkAsSpamDeps) =>
  route(MarkSuggestionAsSpam, ({ context, params, query, now }) =>
    markSuggestion(deps, context, params.suggestionId, futureSpamOf(query), now),
  );
