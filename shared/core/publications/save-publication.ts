import { AppError, notFound } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { monitoringFrom, type OlderFields, withOlderFields } from './older-fields.ts';
import type { ContactStore, PublicationStore } from './ports.ts';
import { type Publication, PublicationMonitoring } from './publication.ts';

type Description = Pick<Publication, 'title' | 'type' | 'language' | 'country'>;
type Given<T> = { [K in keyof T]?: T[K] | undefined };

export interface NewPublication extends Description, OlderFields {
  monitoringConfig?: PublicationMonitoring | undefined;
}

export interface PublicationPatch extends Given<Description>, OlderFields {
  monitoringConfig?: Given<PublicationMonitoring> | undefined;
}

export async function createPublication(
  deps: { publications: Pick<PublicationStore, 'create'>; newId: NewId },
  context: TenantContext,
  { title, type, language, country, monitoringConfig, ...older }: NewPublication,
  now: Instant,
): Promise<Publication> {
  const publication: Publication = {
    publicationId: deps.newId('pub'),
    title,
    type,
    language,
    country,
    monitoringConfig: monitoringFrom(monitoringConfig, older),
    totalArticlesFound: 0,
    createdAt: now,
    version: 1,
  };
  await deps.publications.create(context, publication);
  return publication;
}

/** Changes what is given and leaves the rest, inside the monitoring configuration too. */
export async function updatePublication(
  deps: { publications: Pick<PublicationStore, 'find' | 'update'> },
  context: TenantContext,
  publicationId: string,
  { title, type, language, country, monitoringConfig, ...older }: PublicationPatch,
  ifMatch: number | undefined,
): Promise<Publication> {
  const before = await deps.publications.find(context, publicationId);
  if (!before) throw notFound('The publication');
  const described = { title, type, language, country };
  const given = Object.fromEntries(Object.entries(described).filter(([, value]) => value !== undefined));
  const merged = PublicationMonitoring.parse({ ...before.monitoringConfig, ...monitoringConfig });
  const changes = { ...given, monitoringConfig: withOlderFields(merged, older) };
  // Merging reads first: another change in between must not be undone by it.
  return deps.publications.update(context, publicationId, changes, ifMatch ?? before.version);
}

/** A publication for which contacts write is refused: campaigns reach it through them. */
export async function deletePublication(
  deps: {
    publications: Pick<PublicationStore, 'find' | 'delete'>;
    contacts: Pick<ContactStore, 'idsOfPublication'>;
  },
  context: TenantContext,
  publicationId: string,
): Promise<void> {
  if (!(await deps.publications.find(context, publicationId))) throw notFound('The publication');
  const contacts = await deps.contacts.idsOfPublication(context, publicationId);
  if (contacts.length > 0) {
    const message = `${contacts.length} contacts write for this publication. Change them first.`;
    throw new AppError('conflict', 'publication_in_use', message);
  }
  await deps.publications.delete(context, publicationId);
}
