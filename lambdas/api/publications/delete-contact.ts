import { DeleteContact } from '../../../shared/contract/api/publications.ts';
import {
  followContacts,
  type RefreshAffectedDeps,
} from '../../../shared/core/campaigns/refresh-affected-trackers.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import type { ContactStore } from '../../../shared/core/publications/ports.ts';
import { logger } from '../../../shared/runtime/logger.ts';
import { route } from '../../../shared/runtime/route.ts';

type Deps = RefreshAffectedDeps & { contacts: ContactStore };

export const deleteContact = (deps: Deps) =>
  route(DeleteContact, async ({ context, params, now }) => {
    if (!(await deps.contacts.find(context, params.contactId))) throw notFound('The contact');
    await deps.contacts.delete(context, params.contactId);
    for (const error of await followContacts(deps, context, [params.contactId], now)) {
      logger.error('A tracker did not follow its recipient', { error: error as Error });
    }
    return undefined;
  });
