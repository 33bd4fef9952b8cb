import * as z from 'zod';
import { Job } from '../../core/activity/job.ts';
import { DirectoryContact, DirectoryEntry } from '../../core/directory/directory-entry.ts';
import { MergeProposal } from '../../core/directory/merge-proposal.ts';
import { NoMonitoring } from '../../core/publications/publication.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { MonitoringInput } from './publications.ts';

const Superadmins = 'For superadmins alone, who may belong to no organization.';
const EntryParams = z.object({ entryId: z.string() });
const ProposalParams = z.object({ proposalId: z.string() });
const { title, type, language, country } = DirectoryEntry.shape;
const Contacts = z
  .array(
    z.strictObject({
      name: DirectoryContact.shape.name,
      email: DirectoryContact.shape.email.default(null),
      role: DirectoryContact.shape.role.default(null),
    }),
  )
  .max(50);

const EntryInput = z.strictObject({
  title,
  type: type.default('online'),
  language: language.default(null),
  country: country.default(null),
  monitoringConfig: MonitoringInput.partial()
    .default({})
    .transform((given) => MonitoringInput.parse({ ...NoMonitoring, ...given })),
  contacts: Contacts.default([]),
});
const EntryPatch = z.strictObject({
  ...z.object({ title, type, language, country }).partial().shape,
  /** As a whole. */
  monitoringConfig: MonitoringInput.optional(),
  contacts: Contacts.optional(),
});

export const ListDirectory = endpoint({
  id: 'listDirectory',
  method: 'GET',
  path: '/v1/directory',
  resource: 'directory',
  access: 'signed-in',
  summary: 'The directory of press outlets and journalists',
  description: Superadmins,
  query: PageQuery,
  status: 200,
  response: pageOf(DirectoryEntry),
});

export const CreateDirectoryEntry = endpoint({
  id: 'createDirectoryEntry',
  method: 'POST',
  path: '/v1/directory',
  resource: 'directory',
  access: 'signed-in',
  summary: 'Add an outlet with its journalists to the directory',
  description: Superadmins,
  body: EntryInput,
  status: 201,
  response: DirectoryEntry,
});

export const GetDirectoryEntry = endpoint({
  id: 'getDirectoryEntry',
  method: 'GET',
  path: '/v1/directory/{entryId}',
  resource: 'directory',
  access: 'signed-in',
  summary: 'One outlet of the directory',
  description: Superadmins,
  params: EntryParams,
  status: 200,
  response: DirectoryEntry,
});

export const UpdateDirectoryEntry = endpoint({
  id: 'updateDirectoryEntry',
  method: 'PATCH',
  path: '/v1/directory/{entryId}',
  resource: 'directory',
  access: 'signed-in',
  summary: 'Change an outlet of the directory; organizations see it with their next import',
  description: Superadmins,
  params: EntryParams,
  body: EntryPatch,
  status: 200,
  response: DirectoryEntry,
});

export const DeleteDirectoryEntry = endpoint({
  id: 'deleteDirectoryEntry',
  method: 'DELETE',
  path: '/v1/directory/{entryId}',
  resource: 'directory',
  access: 'signed-in',
  summary: 'Remove an outlet from the directory; what was imported stays',
  description: Superadmins,
  params: EntryParams,
  status: 204,
});

export const ImportDirectory = endpoint({
  id: 'importDirectory',
  method: 'POST',
  path: '/v1/directory-imports',
  resource: 'directory',
  access: 'signed-in',
  summary: 'Bring outlets of the directory into an organization, whose members can follow the job',
  description: Superadmins,
  body: z.strictObject({
    organizationId: z.string(),
    /** All, if left out. */
    entryIds: z.array(z.string()).min(1).max(500).optional(),
  }),
  status: 202,
  response: Job,
});

const decide = { role: 'admin', scope: 'publications:write' } as const;

export const ListMergeProposals = endpoint({
  id: 'listMergeProposals',
  method: 'GET',
  path: '/v1/merge-proposals',
  resource: 'publications',
  access: { role: 'viewer', scope: 'publications:read' },
  summary: 'What your publications and the directory say differently, with a proposal for each',
  query: PageQuery.extend({ status: MergeProposal.shape.status.optional() }),
  status: 200,
  response: pageOf(MergeProposal),
});

export const ConfirmMerge = endpoint({
  id: 'confirmMerge',
  method: 'POST',
  path: '/v1/merge-proposals/{proposalId}/confirm',
  resource: 'publications',
  access: decide,
  summary: 'Take over what is proposed for a publication',
  params: ProposalParams,
  status: 200,
  response: MergeProposal,
});

export const RejectMerge = endpoint({
  id: 'rejectMerge',
  method: 'POST',
  path: '/v1/merge-proposals/{proposalId}/reject',
  resource: 'publications',
  access: decide,
  summary: 'Leave the publication as it is; the same contradiction is not brought up again',
  params: ProposalParams,
  status: 200,
  response: MergeProposal,
});

export const directoryEndpoints = [
  ListDirectory,
  CreateDirectoryEntry,
  GetDirectoryEntry,
  UpdateDirectoryEntry,
  DeleteDirectoryEntry,
  ImportDirectory,
  ListMergeProposals,
  ConfirmMerge,
  RejectMerge,
];
