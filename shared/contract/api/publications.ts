import * as z from 'zod';
import { KeywordModes } from '../../core/coverage/keyword-mode.ts';
import { Contact } from '../../core/publications/contact.ts';
import {
  NoMonitoring,
  Publication,
  PublicationMonitoring,
  WebAddress,
} from '../../core/publications/publication.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';

const read = { role: 'viewer', scope: 'publications:read' } as const;
const write = { role: 'admin', scope: 'publications:write' } as const;
const PublicationParams = z.object({ publicationId: z.string() });
const ContactParams = z.object({ contactId: z.string() });

/** Without the default of its modes: what a change leaves out must stay as it is. */
export const MonitoringInput = z.strictObject({ ...PublicationMonitoring.shape, keywordModes: KeywordModes });
const OlderFieldsInput = {
  websiteUrl: WebAddress.nullable().optional(),
  rssFeedUrl: WebAddress.nullable().optional(),
  socialMediaUrls: z.array(z.url().max(2_000)).max(10).optional(),
};
const { title, type, language, country } = Publication.shape;

/** `monitoringConfig` may leave out whatever has a default; the flat fields are those of older clients. */
const PublicationInput = z.strictObject({
  title,
  type: type.default('online'),
  language: language.default(null),
  country: country.default(null),
  monitoringConfig: MonitoringInput.partial()
    .transform((given) => MonitoringInput.parse({ ...NoMonitoring, ...given }))
    .optional(),
  ...OlderFieldsInput,
});
const PublicationPatch = z.strictObject({
  ...z.object({ title, type, language, country }).partial().shape,
  monitoringConfig: MonitoringInput.partial().optional(),
  ...OlderFieldsInput,
});

/** A publication with what the crawls know of its feeds, and with the older flat fields. */
export const PublicationView = Publication.omit({ totalArticlesFound: true }).extend({
  monitoringConfig: PublicationMonitoring.extend({
    /** When one of its feeds was read last. */
    lastChecked: z.string().nullable(),
    totalArticlesFound: z.int(),
  }),
  websiteUrl: z.string().nullable(),
  rssFeedUrl: z.string().nullable(),
  socialMediaUrls: z.array(z.string()),
});
export type PublicationView = z.infer<typeof PublicationView>;

const ContactInput = z.strictObject({
  name: Contact.shape.name,
  email: Contact.shape.email.default(null),
  role: Contact.shape.role.default(null),
  publicationIds: Contact.shape.publicationIds.default([]),
});
const ContactPatch = z.strictObject(
  Contact.pick({ name: true, email: true, role: true, publicationIds: true }).partial().shape,
);

export const ListPublications = endpoint({
  id: 'listPublications',
  method: 'GET',
  path: '/v1/publications',
  resource: 'publications',
  access: read,
  summary: 'The press outlets that you know',
  query: PageQuery,
  status: 200,
  response: pageOf(PublicationView),
});

export const CreatePublication = endpoint({
  id: 'createPublication',
  method: 'POST',
  path: '/v1/publications',
  resource: 'publications',
  access: write,
  summary: 'Add a press outlet, with how it is watched',
  body: PublicationInput,
  status: 201,
  response: PublicationView,
  idempotent: true,
});

export const GetPublication = endpoint({
  id: 'getPublication',
  method: 'GET',
  path: '/v1/publications/{publicationId}',
  resource: 'publications',
  access: read,
  summary: 'One press outlet',
  params: PublicationParams,
  status: 200,
  response: PublicationView,
});

export const UpdatePublication = endpoint({
  id: 'updatePublication',
  method: 'PATCH',
  path: '/v1/publications/{publicationId}',
  resource: 'publications',
  access: write,
  summary: 'Change a press outlet; running trackers follow',
  params: PublicationParams,
  body: PublicationPatch,
  status: 200,
  response: PublicationView,
});

export const DeletePublication = endpoint({
  id: 'deletePublication',
  method: 'DELETE',
  path: '/v1/publications/{publicationId}',
  resource: 'publications',
  access: write,
  summary: 'Remove a press outlet that no contact writes for',
  params: PublicationParams,
  status: 204,
});

export const DetectFeeds = endpoint({
  id: 'detectFeeds',
  method: 'POST',
  path: '/v1/publications/{publicationId}/detect-feeds',
  resource: 'publications',
  access: write,
  summary: "Look for the feeds of a press outlet's website, and add those that are new",
  params: PublicationParams,
  status: 200,
  response: z.object({
    found: z.array(z.object({ url: z.string(), title: z.string(), isNew: z.boolean() })),
    publication: PublicationView,
  }),
});

export const ListContacts = endpoint({
  id: 'listContacts',
  method: 'GET',
  path: '/v1/contacts',
  resource: 'publications',
  access: read,
  summary: 'The journalists that you know',
  query: PageQuery.extend({ publicationId: z.string().optional() }),
  status: 200,
  response: pageOf(Contact),
});

export const CreateContact = endpoint({
  id: 'createContact',
  method: 'POST',
  path: '/v1/contacts',
  resource: 'publications',
  access: write,
  summary: 'Add a journalist',
  body: ContactInput,
  status: 201,
  response: Contact,
  idempotent: true,
});

export const GetContact = endpoint({
  id: 'getContact',
  method: 'GET',
  path: '/v1/contacts/{contactId}',
  resource: 'publications',
  access: read,
  summary: 'One journalist',
  params: ContactParams,
  status: 200,
  response: Contact,
});

export const UpdateContact = endpoint({
  id: 'updateContact',
  method: 'PATCH',
  path: '/v1/contacts/{contactId}',
  resource: 'publications',
  access: write,
  summary: 'Change a journalist; running trackers follow',
  params: ContactParams,
  body: ContactPatch,
  status: 200,
  response: Contact,
});

export const DeleteContact = endpoint({
  id: 'deleteContact',
  method: 'DELETE',
  path: '/v1/contacts/{contactId}',
  resource: 'publications',
  access: write,
  summary: 'Remove a journalist',
  params: ContactParams,
  status: 204,
});

export const publicationsEndpoints = [
  ListPublications,
  CreatePublication,
  GetPublication,
  UpdatePublication,
  DeletePublication,
  DetectFeeds,
  ListContacts,
  CreateContact,
  GetContact,
  UpdateContact,
  DeleteContact,
];
