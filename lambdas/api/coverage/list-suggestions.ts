import { ListSuggestions } from '../../../shared/contract/api/coverage.ts';
import type { CoverageStore } from '../../../shared/core/coverage/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listSuggestions = ({ coverage }: { coverage: CoverageStore }) =>
  route(ListSuggestions, ({ context, query }) => coverage.suggestions(context, query, query));
