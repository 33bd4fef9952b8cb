import type { StoredRecord } from './ports.ts';

/** What an export leaves out of each type; `all` of the types that hold secrets alone or only serve Earshot's working. */
export const LeftOut: Record<string, readonly string[] | 'all'> = {
  AccountToken: 'all',
  Activity: 'all',
  ActivityFollowed: 'all',
  ApiToken: ['digest'],
  ArticleKey: [],
  AuthorCooldown: [],
  Blocklist: [],
  BudgetNotice: [],
  Campaign: [],
  CampaignSend: [],
  Clipping: [],
  Connection: 'all',
  Contact: [],
  Content: ['summary'],
  ContentStatistics: [],
  Conversation: ['summary'],
  DeadLetter: [],
  Execution: [],
  FormerMember: [],
  IdempotencyKey: 'all',
  Interaction: ['textHash', 'lease'],
  Invitation: ['digest'],
  Job: ['partsDone'],
  JobFinding: [],
  JobWork: 'all',
  Member: [],
  MergeProposal: [],
  Message: [],
  ModelUsage: [],
  Organization: [],
  Publication: [],
  ReadingLedger: [],
  RemovedInteraction: [],
  ReplyTemplate: [],
  ReportDelivery: [],
  ReportSchedule: [],
  Rollup: [],
  Rule: [],
  RuleOrder: [],
  RuleUsage: [],
  SocialAccount: [],
  SpamMark: [],
  SpamPattern: [],
  Suggestion: [],
  SyncState: 'all',
  Tracker: [],
  TrackerChannel: [],
  Unsubscription: [],
  Webhook: ['secrets'],
  WebhookDelivery: [],
};

/** A record as an export shows it: without secrets, and nothing of a type that nobody has decided about. */
export function readableRecord({ type, fields }: StoredRecord): Record<string, unknown> | undefined {
  const leftOut = LeftOut[type] ?? 'all';
  if (leftOut === 'all') return undefined;
  const shown = Object.entries(fields).filter(([field]) => field !== 'type' && !leftOut.includes(field));
  return { type, ...Object.fromEntries(shown) };
}
