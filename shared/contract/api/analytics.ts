import * as z from 'zod';
import { Provider } from '../../core/accounts/social-account.ts';
import { Sentiments } from '../../core/analysis/analysis.ts';
import { isTimeZone } from '../../core/kernel/zoned-time.ts';
import { endpoint } from '../endpoint.ts';
import { RuleFigures } from './rule-figures.ts';

const Day = z.iso
  .date('must be a day such as 2026-11-20')
  .refine((day) => day >= '2000-01-01' && day < '2100-01-01', 'must be a day of this century');

const Period = z.object({ from: z.string(), to: z.string(), timeZone: z.string() });

const Volume = {
  interactions: z.int(),
  positive: z.int(),
  neutral: z.int(),
  negative: z.int(),
  unknown: z.int().describe('Not analysed'),
  answered: z.int(),
};

const Figures = z.object({
  ...Volume,
  sentiments: z.record(z.enum([...Sentiments, 'unknown']), z.int()).describe('The same, more finely'),
  answeredShare: z.number().nullable().describe('0 to 1; null when nothing was said'),
  waiting: z.int().describe('In the manual queue'),
  clippings: z.int(),
  medianResponseSeconds: z
    .int()
    .nullable()
    .describe('Half of the answers came within it, at most 5 % off; null without answers'),
  p90ResponseSeconds: z.int().nullable().describe('Nine of ten answers came within it'),
});

const Answers = {
  ...Volume,
  answeredShare: Figures.shape.answeredShare,
  medianResponseSeconds: Figures.shape.medianResponseSeconds,
  p90ResponseSeconds: Figures.shape.p90ResponseSeconds,
};

export const OverviewResponse = z.object({
  current: z.object({ period: Period, figures: Figures, days: z.array(Figures.extend({ day: z.string() })) }),
  previous: z.object({
    period: Period,
    figures: Figures,
    days: z.array(Figures.extend({ day: z.string() })),
  }),
  accounts: z.array(
    z.object({
      accountId: z.string(),
      name: z.string(),
      provider: z.string(),
      ...Answers,
    }),
  ),
  providers: z.array(z.object({ provider: z.string(), ...Answers })),
  topContent: z.array(
    z.object({
      contentId: z.string(),
      title: z.string(),
      permalink: z.string().nullable(),
      provider: z.string().describe('Empty for a post that is not known any more'),
      ...Volume,
    }),
  ),
  topTopics: z.array(
    z.object({
      topic: z.string(),
      interactions: z.int(),
      positive: z.int(),
      neutral: z.int(),
      negative: z.int(),
    }),
  ),
});

export const GetOverview = endpoint({
  id: 'getOverview',
  method: 'GET',
  path: '/v1/analytics/overview',
  resource: 'analytics',
  access: { role: 'viewer', scope: 'analytics:read' },
  summary: 'Volume, sentiment, answers and topics of a period, per day, beside the period before',
  query: z.strictObject({
    from: Day,
    to: Day.describe('Included; at most 366 days after `from`'),
    timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone').optional(),
    accountId: z.string().optional(),
    provider: Provider.optional(),
    top: z.coerce.number().int().min(1).max(25).default(5).describe('How many posts and topics'),
  }),
  status: 200,
  response: OverviewResponse,
});

const AutomationFigures = z.object({
  processed: z.int().describe('Everything that others said'),
  autoReplied: z.int(),
  autoRepliedShare: z.number().nullable().describe('0 to 1; null when nothing was said'),
  blocked: z.object({
    medical: z.int(),
    escalation: z.int(),
    blocklist: z.int(),
    limit: z.int(),
    other: z.int(),
  }),
  failed: z.int(),
  unconfirmed: z.int().describe('Nobody knows whether the platform published the reply'),
  cancelled: z.int().describe('Something changed while the reply waited'),
  webhooksSent: z.int(),
  dryRun: z.int().describe('Would have been answered'),
  averageProcessingSeconds: z.number().nullable().describe('From capture to the decision'),
});

export const GetAutomationAnalytics = endpoint({
  id: 'getAutomationAnalytics',
  method: 'GET',
  path: '/v1/analytics/automation',
  resource: 'analytics',
  access: { role: 'viewer', scope: 'analytics:read' },
  summary: 'What automation answered, what stopped it and how its rules did in a period',
  description:
    'Comments count when they were made, decisions when they ended. `previous` has the figures of as many days before.',
  query: GetOverview.query.omit({ accountId: true }),
  status: 200,
  response: z.object({
    period: Period,
    figures: AutomationFigures,
    previous: z.object({ period: Period, figures: AutomationFigures }),
    days: z.array(z.object({ day: z.string(), processed: z.int(), autoReplied: z.int() })),
    rules: z.array(RuleFigures),
  }),
});

export const analyticsEndpoints = [GetOverview, GetAutomationAnalytics];
