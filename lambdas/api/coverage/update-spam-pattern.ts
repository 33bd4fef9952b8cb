import { UpdateSpamPattern } from '../../../shared/contract/api/spam-patterns.ts';
import {
  type SpamPatternDeps,
  updateSpamPattern as update,
} from '../../../shared/core/coverage/change-spam-patterns.ts';
import { route } from '../../../shared/runtime/route.ts';

export const updateSpamPattern = (deps: SpamPatternDeps) =>
  route(UpdateSpamPattern, ({ context, params, body, ifMatch }) =>
    update(deps, context, params.patternId, body, ifMatch),
  );
