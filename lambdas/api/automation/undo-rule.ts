import { UndoRule } from '../../../shared/contract/api/rules.ts';
import { type StartUndoDeps, startUndo } from '../../../shared/core/replies/undo-rule.ts';
import { route } from '../../../shared/runtime/route.ts';

export const undoRule = (deps: StartUndoDeps) =>
  route(UndoRule, ({ context, params, body, now }) =>
    startUndo(deps, context, { ...params, since: body.since }, now),
  );
