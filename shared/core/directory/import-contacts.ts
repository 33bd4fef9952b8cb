import { isAppError } from '../kernel/errors.ts';
import { derivedId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Contact } from '../publications/contact.ts';
import type { ContactStore } from '../publications/ports.ts';
import type { DirectoryContact, DirectoryEntry } from './directory-entry.ts';

export interface ImportContactsDeps {
  contacts: Pick<ContactStore, 'create' | 'find' | 'page' | 'update'>;
}

const MostPublications = 20;

/** PM-31: brings an outlet's journalists along; one with a known address gets the outlet beside their others. */
export async function importContacts(
  { contacts }: ImportContactsDeps,
  context: TenantContext,
  entry: DirectoryEntry,
  publicationId: string,
  now: Instant,
): Promise<string[]> {
  if (entry.contacts.length === 0) return [];
  const known = await contactsByAddress(contacts, context);
  const changed: string[] = [];
  for (const given of entry.contacts) {
    const before = given.email === null ? undefined : known.get(given.email.toLowerCase());
    const contactId = before?.contactId ?? idOf(context, entry, given);
    const isChanged = before
      ? await writesFor(contacts, context, before, publicationId)
      : await created(contacts, context, { ...given, contactId }, publicationId, now);
    if (isChanged) changed.push(contactId);
  }
  return changed;
}

function idOf(
  { organizationId }: TenantContext,
  { entryId }: DirectoryEntry,
  given: DirectoryContact,
): string {
  return derivedId('cnt', organizationId, given.email?.toLowerCase() ?? `${entryId} ${given.name}`);
}

async function contactsByAddress(
  contacts: ImportContactsDeps['contacts'],
  context: TenantContext,
): Promise<Map<string, Contact>> {
  const known = new Map<string, Contact>();
  let cursor: string | undefined;
  do {
    const page = await contacts.page(context, {}, { limit: 100, cursor });
    for (const contact of page.items) {
      if (contact.email !== null) known.set(contact.email.toLowerCase(), contact);
    }
    cursor = page.cursor;
  } while (cursor);
  return known;
}

async function writesFor(
  contacts: ImportContactsDeps['contacts'],
  context: TenantContext,
  { contactId, publicationIds, version }: Contact,
  publicationId: string,
): Promise<boolean> {
  if (publicationIds.includes(publicationId) || publicationIds.length >= MostPublications) return false;
  const changes = { publicationIds: [...publicationIds, publicationId] };
  await contacts.update(context, contactId, changes, version);
  return true;
}

async function created(
  contacts: ImportContactsDeps['contacts'],
  context: TenantContext,
  given: DirectoryContact & { contactId: string },
  publicationId: string,
  now: Instant,
): Promise<boolean> {
  try {
    await contacts.create(context, { ...given, publicationIds: [publicationId], createdAt: now, version: 1 });
    return true;
  } catch (error) {
    if (isAppError(error, 'condition_failed')) return false;
    throw error;
  }
}
