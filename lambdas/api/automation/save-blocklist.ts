import { SaveBlocklist } from '../../../shared/contract/api/reply-texts.ts';
import { type SaveBlocklistDeps, saveBlocklist as save } from '../../../shared/core/automation/blocklist.ts';
import { route } from '../../../shared/runtime/route.ts';

export const saveBlocklist = (deps: SaveBlocklistDeps) =>
  route(SaveBlocklist, ({ context, body, ifMatch, now }) => save(deps, context, { ...body, ifMatch, now }));
