import { GetSuggestion } from '../../../shared/contract/api/coverage.ts';
import type { CoverageStore } from '../../../shared/core/coverage/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getSuggestion = ({ coverage }: { coverage: CoverageStore }) =>
  route(GetSuggestion, async ({ context, params }) => {
    const suggestion = await coverage.suggestion(context, params.suggestionId);
    if (!suggestion) throw notFound('The suggestion');
    return suggestion;
  });
