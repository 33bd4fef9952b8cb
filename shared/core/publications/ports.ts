import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Contact } from './contact.ts';
import type { Publication } from './publication.ts';

export type PublicationChanges = Partial<
  Omit<Publication, 'publicationId' | 'createdAt' | 'version' | 'totalArticlesFound'>
>;
/** What is undefined stays as it is. */
export type ContactChanges = {
  [K in 'name' | 'email' | 'role' | 'publicationIds']?: Contact[K] | undefined;
};

export interface PublicationStore {
  create(context: TenantContext, publication: Publication): Promise<void>;
  find(context: TenantContext, publicationId: string): Promise<Publication | undefined>;
  findMany(context: TenantContext, publicationIds: readonly string[]): Promise<Publication[]>;
  page(context: TenantContext, request: PageRequest): Promise<Page<Publication>>;
  /** @throws not-found; precondition `version_mismatch` when `ifMatch` is not its version. */
  update(
    context: TenantContext,
    publicationId: string,
    changes: PublicationChanges,
    ifMatch?: number,
  ): Promise<Publication>;
  delete(context: TenantContext, publicationId: string): Promise<void>;
  /** Counts an article, if the publication still exists. */
  countArticle(context: TenantContext, publicationId: string): Promise<void>;
}

export interface ContactStore {
  create(context: TenantContext, contact: Contact): Promise<void>;
  idsOfPublication(context: TenantContext, publicationId: string): Promise<string[]>;
  find(context: TenantContext, contactId: string): Promise<Contact | undefined>;
  findMany(context: TenantContext, contactIds: readonly string[]): Promise<Contact[]>;
  page(
    context: TenantContext,
    filter: { publicationId?: string | undefined },
    request: PageRequest,
  ): Promise<Page<Contact>>;
  update(
    context: TenantContext,
    contactId: string,
    changes: ContactChanges,
    ifMatch?: number,
  ): Promise<Contact>;
  delete(context: TenantContext, contactId: string): Promise<void>;
}
