import type { TrackerStore } from '../../../shared/core/campaigns/ports.ts';
import type { RefreshAffectedDeps } from '../../../shared/core/campaigns/refresh-affected-trackers.ts';
import type { FeedRegistry } from '../../../shared/core/coverage/ports.ts';
import type { MergeProposalStore } from '../../../shared/core/directory/ports.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import type { ProbeAddress } from '../../../shared/core/publications/detect-feeds.ts';
import type { ContactStore, PublicationStore } from '../../../shared/core/publications/ports.ts';
import { campaigns } from '../../../shared/runtime/live/campaigns.ts';
import { newId } from '../../../shared/runtime/live/clock.ts';
import { contacts } from '../../../shared/runtime/live/contacts.ts';
import { feeds } from '../../../shared/runtime/live/feeds.ts';
import { mergeProposals } from '../../../shared/runtime/live/merge-proposals.ts';
import { probeAddress } from '../../../shared/runtime/live/probe-address.ts';
import { publications } from '../../../shared/runtime/live/publications.ts';
import { trackers } from '../../../shared/runtime/live/trackers.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { confirmMerge } from './confirm-merge.ts';
import { createContact } from './create-contact.ts';
import { createPublication } from './create-publication.ts';
import { deleteContact } from './delete-contact.ts';
import { deletePublication } from './delete-publication.ts';
import { detectFeeds } from './detect-feeds.ts';
import { getContact } from './get-contact.ts';
import { getPublication } from './get-publication.ts';
import { listContacts } from './list-contacts.ts';
import { listMergeProposals } from './list-merge-proposals.ts';
import { listPublications } from './list-publications.ts';
import { rejectMerge } from './reject-merge.ts';
import { updateContact } from './update-contact.ts';
import { updatePublication } from './update-publication.ts';

interface Deps extends RefreshAffectedDeps {
  publications: PublicationStore;
  contacts: ContactStore;
  trackers: TrackerStore;
  feeds: FeedRegistry;
  newId: NewId;
  probeAddress: ProbeAddress;
  proposals: MergeProposalStore;
}

export const createPublicationsHandler = (deps: Deps) =>
  resource([
    listPublications(deps),
    createPublication(deps),
    getPublication(deps),
    updatePublication(deps),
    deletePublication(deps),
    detectFeeds(deps),
    listContacts(deps),
    createContact(deps),
    getContact(deps),
    updateContact(deps),
    deleteContact(deps),
    listMergeProposals(deps),
    confirmMerge(deps),
    rejectMerge(deps),
  ]);

export const handler = createPublicationsHandler({
  publications,
  contacts,
  campaigns,
  trackers,
  feeds,
  newId,
  probeAddress,
  proposals: mergeProposals,
});
