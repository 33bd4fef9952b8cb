import { SaveBlocklist } from '../../../shared/contract/api/reply-texts.ts';
import { saveBlocklist as save } from '../../../shared/core/automation/blocklist.ts';
import type { BlocklistStore } from '../../../shared/core/automation/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const saveBlocklist = (deps: { blocklists: BlocklistStore }) =>
  route(SaveBlocklist, ({ context, body, ifMatch, now }) =>
    save(deps, context, { words: body.words, ifMatch, now }),
  );
