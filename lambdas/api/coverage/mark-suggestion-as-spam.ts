import { MarkSuggestionAsSpam } from '../../../shared/contract/api/coverage.ts';
import {
  markSuggestionAsSpam as markAsSpam,
  type ReviewDeps,
} from '../../../shared/core/coverage/review-suggestion.ts';
import { route } from '../../../shared/runtime/route.ts';

export const markSuggestionAsSpam = (deps: ReviewDeps) =>
  route(MarkSuggestionAsSpam, ({ context, params, now }) =>
    markAsSpam(deps, context, params.suggestionId, now),
  );
