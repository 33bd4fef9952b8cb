import * as z from 'zod';
import { BudgetNotice, PurposeUsage } from '../../core/analysis/model-usage.ts';
import { Roles } from '../../core/kernel/tenant-context.ts';
import { ConsoleLanguages, ModelBudgetSetting, Organization } from '../../core/organizations/organization.ts';
import { endpoint } from '../endpoint.ts';

const TimeZone = z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const OrganizationSettings = z.strictObject({
  name: z.string().trim().min(1).max(100),
  language: z.enum(ConsoleLanguages),
  timeZone: TimeZone,
  country: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code such as DE'),
  signature: z.string().max(200),
  dryRun: z.boolean(),
  modelBudget: ModelBudgetSetting,
  analysesWithoutRules: z.boolean(),
});

export const Me = z.object({
  userId: z.string(),
  email: z.string(),
  organization: z.object({ organizationId: z.string(), name: z.string() }).nullable(),
  role: z.enum(Roles).nullable(),
});
export type Me = z.infer<typeof Me>;

export const GetMe = endpoint({
  id: 'getMe',
  method: 'GET',
  path: '/v1/me',
  resource: 'organizations',
  access: 'signed-in',
  summary: 'Who is signed in, and in which organization',
  status: 200,
  response: Me,
});

export const CreateOrganization = endpoint({
  id: 'createOrganization',
  method: 'POST',
  path: '/v1/organizations',
  resource: 'organizations',
  access: 'signed-in',
  summary: 'Create an organization and become its owner',
  body: OrganizationSettings.pick({ name: true }).extend({
    language: z.enum(ConsoleLanguages).default('en'),
    timeZone: TimeZone.default('Europe/Berlin'),
    country: OrganizationSettings.shape.country.default('DE'),
  }),
  status: 201,
  response: Organization,
});

export const GetOrganization = endpoint({
  id: 'getOrganization',
  method: 'GET',
  path: '/v1/organization',
  resource: 'organizations',
  access: { role: 'viewer', scope: 'organization:read' },
  summary: 'The settings of your organization',
  status: 200,
  response: Organization,
});

export const UpdateOrganization = endpoint({
  id: 'updateOrganization',
  method: 'PATCH',
  path: '/v1/organization',
  resource: 'organizations',
  access: { role: 'admin', scope: 'organization:write' },
  summary: 'Change settings of your organization',
  body: OrganizationSettings.partial(),
  status: 200,
  response: Organization,
});

export const GetModelUsage = endpoint({
  id: 'getModelUsage',
  method: 'GET',
  path: '/v1/organization/usage',
  resource: 'organizations',
  access: { role: 'viewer', scope: 'organization:read' },
  summary: 'What the language model did and cost in a month, and its budget',
  description:
    'Months are calendar months in UTC, the current one unless told otherwise. Beyond the budget (`modelBudget` of the organization) nothing is analysed, written or suggested: comments go to people with the reason `budget:model`.',
  query: z.strictObject({
    month: z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'must be a month such as 2026-11')
      .optional(),
  }),
  status: 200,
  response: z.object({
    month: z.string(),
    purposes: z.object({
      analysis: PurposeUsage,
      reply: PurposeUsage,
      suggestion: PurposeUsage,
      merge: PurposeUsage,
    }),
    spentUsd: z.number(),
    monthlyUsd: z.number().nullable(),
    spentPercent: z.number().nullable(),
    isSpent: z.boolean(),
    notices: z.array(BudgetNotice),
    prices: z.object({
      modelId: z.string(),
      inputUsdPerMillion: z.number(),
      outputUsdPerMillion: z.number(),
      asOf: z.string(),
    }),
  }),
});

export const organizationsEndpoints = [
  GetMe,
  CreateOrganization,
  GetOrganization,
  UpdateOrganization,
  GetModelUsage,
];
