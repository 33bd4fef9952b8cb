import * as z from 'zod';
import type { DoSlice } from '../activity/run-slice.ts';
import {
  followContacts,
  followPublication,
  type RefreshAffectedDeps,
} from '../campaigns/refresh-affected-trackers.ts';
import { normaliseText } from '../coverage/normalise-text.ts';
import { isAppError } from '../kernel/errors.ts';
import { derivedId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Clock, Instant } from '../kernel/time.ts';
import type { PublicationStore } from '../publications/ports.ts';
import type { Publication } from '../publications/publication.ts';
import type { DirectoryEntry } from './directory-entry.ts';
import { type ImportContactsDeps, importContacts } from './import-contacts.ts';
import { mergePublication, saysTheSame } from './merge-publication.ts';
import type { DirectoryStore } from './ports.ts';
import { type ProposeMergeDeps, proposeMerge } from './propose-merge.ts';

export interface ImportDirectoryDeps extends RefreshAffectedDeps, ImportContactsDeps, ProposeMergeDeps {
  directory: Pick<DirectoryStore, 'find' | 'page'>;
  publications: PublicationStore;
  contacts: RefreshAffectedDeps['contacts'] & ImportContactsDeps['contacts'];
  clock: Clock;
}

const EntriesPerSlice = 10;

/** Which entries are still to come: those that are named, or all from the cursor on. */
const ImportState = z.object({
  entryIds: z.array(z.string()).nullable(),
  cursor: z.string().optional(),
  created: z.int(),
  merged: z.int(),
  unchanged: z.int(),
  proposals: z.int(),
  contacts: z.int(),
  trackerProblems: z.int(),
});
type ImportState = z.infer<typeof ImportState>;

export function importState(entryIds: readonly string[] | null): ImportState {
  const counts = { created: 0, merged: 0, unchanged: 0, proposals: 0, contacts: 0, trackerProblems: 0 };
  return { entryIds: entryIds && [...entryIds], ...counts };
}

/**
 * PM-31: brings outlets of the directory into an organization: what it has by that name is merged, everything else is
 * created. Doing it again changes nothing.
 */
export function importDirectory(deps: ImportDirectoryDeps): DoSlice {
  return async (context, _job, given) => {
    const state = ImportState.parse(given);
    const { entries, rest } = await nextEntries(deps, state);
    const known = await publicationsByName(deps, context);
    const after = { ...state, ...rest };
    for (const entry of entries) await importEntry(deps, context, entry, known, after);
    const { entryIds, cursor, ...counts } = after;
    const isDone = entryIds === null ? cursor === undefined : entryIds.length === 0;
    return { state: after, result: isDone ? counts : null, doneParts: isDone ? ['all'] : [] };
  };
}

async function nextEntries({ directory }: ImportDirectoryDeps, { entryIds, cursor }: ImportState) {
  if (entryIds === null) {
    const page = await directory.page({ limit: EntriesPerSlice, cursor });
    return { entries: page.items, rest: { cursor: page.cursor } };
  }
  const found = await Promise.all(entryIds.slice(0, EntriesPerSlice).map((id) => directory.find(id)));
  return {
    entries: found.filter((entry) => entry !== undefined),
    rest: { entryIds: entryIds.slice(EntriesPerSlice) },
  };
}

type KnownPublications = Map<string, Publication>;

/** By title; of several with one title the oldest. */
async function publicationsByName(
  { publications }: ImportDirectoryDeps,
  context: TenantContext,
): Promise<KnownPublications> {
  const known: KnownPublications = new Map();
  let cursor: string | undefined;
  do {
    const page = await publications.page(context, { limit: 100, cursor });
    for (const publication of page.items) {
      const name = normaliseText(publication.title);
      const before = known.get(name);
      if (!before || publication.createdAt < before.createdAt) known.set(name, publication);
    }
    cursor = page.cursor;
  } while (cursor);
  return known;
}

async function importEntry(
  deps: ImportDirectoryDeps,
  context: TenantContext,
  entry: DirectoryEntry,
  known: KnownPublications,
  counts: ImportState,
): Promise<void> {
  const now = deps.clock.now();
  const name = normaliseText(entry.title);
  const before = known.get(name);
  const publication = before
    ? await merged(deps, context, before, entry)
    : await created(deps, context, entry, now);
  known.set(name, publication);
  if (!before) counts.created += 1;
  else if (publication.version === before.version) counts.unchanged += 1;
  else counts.merged += 1;
  if (before && (await proposeMerge(deps, context, publication, entry, now))) counts.proposals += 1;
  const contactIds = await importContacts(deps, context, entry, publication.publicationId, now);
  counts.contacts += contactIds.length;
  const isChanged = before !== undefined && publication.version !== before.version;
  const failures = [
    ...(isChanged ? await followPublication(deps, context, publication.publicationId, now) : []),
    ...(await followContacts(deps, context, contactIds, now)),
  ];
  counts.trackerProblems += failures.length;
}

async function merged(
  { publications }: ImportDirectoryDeps,
  context: TenantContext,
  before: Publication,
  entry: DirectoryEntry,
): Promise<Publication> {
  const after = mergePublication(before, entry);
  if (saysTheSame(before, after)) return before;
  const { language, country, monitoringConfig } = after;
  const changes = { language, country, monitoringConfig };
  return publications.update(context, before.publicationId, changes, before.version);
}

/** The id follows from the entry, so that an import that is repeated finds what it has created. */
async function created(
  { publications }: ImportDirectoryDeps,
  context: TenantContext,
  { entryId, title, type, language, country, monitoringConfig }: DirectoryEntry,
  now: Instant,
): Promise<Publication> {
  const publication: Publication = {
    publicationId: derivedId('pub', context.organizationId, entryId),
    ...{ title, type, language, country, monitoringConfig },
    totalArticlesFound: 0,
    createdAt: now,
    version: 1,
  };
  try {
    await publications.create(context, publication);
    return publication;
  } catch (error) {
    // Its organization has renamed it since it was imported.
    const renamed = isAppError(error, 'condition_failed')
      ? await publications.find(context, publication.publicationId)
      : undefined;
    if (!renamed) throw error;
    return renamed;
  }
}
