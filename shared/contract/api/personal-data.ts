import * as z from 'zod';
import { Provider } from '../../core/accounts/social-account.ts';
import { Job } from '../../core/activity/job.ts';
import { endpoint } from '../endpoint.ts';
import { FileBytes } from '../file-bytes.ts';

const resource = 'personal-data';
const owners = { role: 'owner', scope: null } as const;

const Author = z.strictObject({
  provider: Provider,
  authorExternalId: z.string().trim().min(1).max(200).describe('As `author.externalId` of an interaction'),
});

export const ExportOrganization = endpoint({
  id: 'exportOrganization',
  method: 'POST',
  path: '/v1/organization/export',
  resource,
  access: owners,
  summary: 'Write down everything that is stored of your organization',
  description:
    'Follow the job: its result is `{files, items}`. Each file can be downloaded for 7 days. Secrets are left out.',
  status: 202,
  response: Job,
  idempotent: true,
});

export const ExportAuthor = endpoint({
  id: 'exportAuthor',
  method: 'POST',
  path: '/v1/authors/export',
  resource,
  access: owners,
  summary: 'Write down everything that is stored about somebody who wrote to you',
  description: 'Follow the job: its result is `{files, items}`. Each file can be downloaded for 7 days.',
  body: Author,
  status: 202,
  response: Job,
  idempotent: true,
});

export const EraseAuthor = endpoint({
  id: 'eraseAuthor',
  method: 'POST',
  path: '/v1/authors/erase',
  resource,
  access: owners,
  summary: 'Erase everything that is stored about somebody who wrote to you',
  description:
    'Cannot be undone. Nothing is deleted on the platform, and what was erased is not taken in again; what they write later is. All files of exports are deleted as well. Follow the job: its result is `{erased}`.',
  body: Author,
  status: 202,
  response: Job,
  idempotent: true,
});

export const GetExportFile = endpoint({
  id: 'getExportFile',
  method: 'GET',
  path: '/v1/exports/{jobId}/files/{number}',
  resource,
  access: owners,
  summary: 'A file of an export: newline-delimited JSON, compressed with gzip',
  params: z.object({ jobId: z.string(), number: z.string().describe('From 1 to `files`') }),
  produces: 'application/gzip',
  status: 200,
  response: FileBytes,
});

export const personalDataEndpoints = [ExportOrganization, ExportAuthor, EraseAuthor, GetExportFile];
