import { GetBlocklist } from '../../../shared/contract/api/reply-texts.ts';
import type { BlocklistStore } from '../../../shared/core/automation/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getBlocklist = ({ blocklists }: { blocklists: BlocklistStore }) =>
  route(GetBlocklist, async ({ context }) => {
    const { compiled: _compiled, ...blocklist } = await blocklists.get(context);
    return blocklist;
  });
