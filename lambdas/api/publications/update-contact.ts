import { UpdateContact } from '../../../shared/contract/api/publications.ts';
import {
  followContacts,
  type RefreshAffectedDeps,
} from '../../../shared/core/campaigns/refresh-affected-trackers.ts';
import type { ContactStore } from '../../../shared/core/publications/ports.ts';
import { logger } from '../../../shared/runtime/logger.ts';
import { route } from '../../../shared/runtime/route.ts';

type Deps = RefreshAffectedDeps & { contacts: ContactStore };

export const updateContact = (deps: Deps) =>
  route(UpdateContact, async ({ context, params, body, ifMatch, now }) => {
    const contact = await deps.contacts.update(context, params.contactId, body, ifMatch);
    for (const error of await followContacts(deps, context, [params.contactId], now)) {
      logger.error('A tracker did not follow its recipient', { error: error as Error });
    }
    return contact;
  });
