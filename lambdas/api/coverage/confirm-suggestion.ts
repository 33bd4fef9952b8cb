import { ConfirmSuggestion } from '../../../shared/contract/api/coverage.ts';
import {
  confirmSuggestion as confirm,
  type ReviewDeps,
} from '../../../shared/core/coverage/review-suggestion.ts';
import { route } from '../../../shared/runtime/route.ts';

export const confirmSuggestion = (deps: ReviewDeps) =>
  route(ConfirmSuggestion, ({ context, params, now }) => confirm(deps, context, params.suggestionId, now));
