import * as z from 'zod';
import { Blocklist } from '../../core/automation/blocklist.ts';
import { ReplyTemplate, ReplyTemplateDraft } from '../../core/automation/template.ts';
import { endpoint } from '../endpoint.ts';

const resource = 'automation';
const TemplateParams = z.object({ templateId: z.string() });
const read = { role: 'viewer', scope: 'automation:read' } as const;
const write = { role: 'admin', scope: 'automation:write' } as const;

export const ListTemplates = endpoint({
  id: 'listTemplates',
  method: 'GET',
  path: '/v1/templates',
  resource,
  access: read,
  summary: 'All reply templates',
  status: 200,
  response: z.object({ items: z.array(ReplyTemplate) }),
});

export const CreateTemplate = endpoint({
  id: 'createTemplate',
  method: 'POST',
  path: '/v1/templates',
  resource,
  access: write,
  summary: 'Create a reply template',
  description: 'Variables: {author_name}, {content_title}, {campaign_name}; any other is refused.',
  body: ReplyTemplateDraft,
  status: 201,
  response: ReplyTemplate,
  idempotent: true,
});

export const UpdateTemplate = endpoint({
  id: 'updateTemplate',
  method: 'PUT',
  path: '/v1/templates/{templateId}',
  resource,
  access: write,
  summary: 'Replace a reply template; replies that wait already keep their text',
  params: TemplateParams,
  body: ReplyTemplateDraft,
  status: 200,
  response: ReplyTemplate,
});

export const DeleteTemplate = endpoint({
  id: 'deleteTemplate',
  method: 'DELETE',
  path: '/v1/templates/{templateId}',
  resource,
  access: write,
  summary: 'Delete a reply template that no rule uses',
  params: TemplateParams,
  status: 204,
});

export const GetBlocklist = endpoint({
  id: 'getBlocklist',
  method: 'GET',
  path: '/v1/blocklist',
  resource,
  access: read,
  summary: 'The words and expressions that keep a text from automation',
  status: 200,
  response: Blocklist,
});

export const SaveBlocklist = endpoint({
  id: 'saveBlocklist',
  method: 'PUT',
  path: '/v1/blocklist',
  resource,
  access: write,
  summary: 'Replace the blocklist; waiting replies heed it, too',
  description:
    'Expressions are in RE2 syntax; left out, they stay as they are. A faulty one is answered with 400 and `details.faults`: the entry, the position in it, and what is wrong.',
  body: z.strictObject({
    words: Blocklist.shape.words,
    expressions: Blocklist.shape.expressions.unwrap().optional(),
  }),
  status: 200,
  response: Blocklist,
});

export const replyTextsEndpoints = [
  ListTemplates,
  CreateTemplate,
  UpdateTemplate,
  DeleteTemplate,
  GetBlocklist,
  SaveBlocklist,
];
