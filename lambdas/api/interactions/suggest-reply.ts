import { SuggestReply } from '../../../shared/contract/api/interactions.ts';
import { type SuggestDeps, suggestReply as suggest } from '../../../shared/core/replies/suggest-reply.ts';
import { route } from '../../../shared/runtime/route.ts';

export const suggestReply = (deps: SuggestDeps) =>
  route(SuggestReply, ({ context, params, body }) => suggest(deps, context, { ...params, ...body }));
