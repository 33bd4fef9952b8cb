import { ConfirmMerge, ListMergeProposals, RejectMerge } from '../../../shared/contract/api/directory.ts';
import {
  CreateContact,
  DeleteContact,
  DeletePublication,
  DetectFeeds,
  ListContacts,
  ListPublications,
  UpdateContact,
  UpdatePublication,
} from '../../../shared/contract/api/publications.ts';
import type { ResponseOf } from '../../../shared/contract/endpoint.ts';
import { type FakeRoute, fake } from './fake-route.ts';

const Found = '2026-11-20T05:02:00.000Z';

/** One publication, about whose title the directory says something else. */
export function fakePublications(): FakeRoute[] {
  let isDecided = false;
  const contacts = [ana];
  const decide = (status: 'confirmed' | 'rejected') => {
    isDecided = true;
    return { ...proposal, status };
  };
  return [
    fake(ListPublications, () => ({ items: [publication] })),
    fake(UpdatePublication, ({ body }) => {
      publication.title = body.title ?? publication.title;
      publication.monitoringConfig.keywords = body.monitoringConfig?.keywords ?? [];
      return { ...publication, version: 2 };
    }),
    fake(DeletePublication, () => undefined),
    fake(DetectFeeds, () => ({
      found: [{ url: 'https://kaffee-magazin.example/news.xml', title: 'News', isNew: true }],
      publication,
    })),
    fake(ListContacts, () => ({ items: contacts })),
    fake(CreateContact, ({ body }) => {
      const made = { ...ana, ...body, contactId: `con_${contacts.length}` };
      contacts.push(made);
      return made;
    }),
    fake(UpdateContact, () => ana),
    fake(DeleteContact, () => undefined),
    fake(ListMergeProposals, () => ({ items: isDecided ? [] : [proposal] })),
    fake(ConfirmMerge, () => decide('confirmed')),
    fake(RejectMerge, () => decide('rejected')),
  ];
}

const ana: ResponseOf<typeof CreateContact> = {
  contactId: 'con_ana',
  name: 'Ana Sousa',
  email: 'ana@kaffee-magazin.example',
  role: 'Editor',
  publicationIds: ['pub_1'],
  createdAt: Found,
  version: 1,
};

const variant = {
  title: 'Kaffee Magazin',
  type: 'magazine' as const,
  language: 'de',
  country: 'DE',
  websiteUrl: null,
};

const proposal: ResponseOf<typeof ConfirmMerge> = {
  proposalId: 'mrg_1',
  publicationId: 'pub_1',
  conflicts: ['title'],
  existing: variant,
  directory: { ...variant, title: 'KAFFEE Magazin' },
  proposed: { ...variant, title: 'KAFFEE Magazin' },
  reason: 'Its imprint writes it like this.',
  proposedBy: 'model',
  status: 'pending',
  createdAt: Found,
  decidedBy: null,
  decidedAt: null,
  version: 1,
};

const publication: ResponseOf<typeof ListPublications>['items'][number] = {
  publicationId: 'pub_1',
  title: 'Kaffee Magazin',
  type: 'magazine',
  language: 'de',
  country: 'DE',
  monitoringConfig: {
    enabled: true,
    websiteUrl: 'https://kaffee-magazin.example',
    rssFeedUrls: ['https://kaffee-magazin.example/feed.xml'],
    autoDetectRss: false,
    checkFrequency: 'daily',
    keywords: [],
    socialMedia: {},
    lastChecked: Found,
    totalArticlesFound: 12,
  },
  websiteUrl: 'https://kaffee-magazin.example',
  rssFeedUrl: 'https://kaffee-magazin.example/feed.xml',
  socialMediaUrls: [],
  createdAt: Found,
  version: 1,
};
