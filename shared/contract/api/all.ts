import type { Endpoint } from '../endpoint.ts';
import { accountsEndpoints } from './accounts.ts';
import { analyticsEndpoints } from './analytics.ts';
import { automationEndpoints } from './automation.ts';
import { backtestsEndpoints } from './backtests.ts';
import { campaignsEndpoints } from './campaigns.ts';
import { contentsEndpoints } from './contents.ts';
import { conversationsEndpoints } from './conversations.ts';
import { coverageEndpoints } from './coverage.ts';
import { directoryEndpoints } from './directory.ts';
import { hooksEndpoints } from './hooks.ts';
import { interactionsEndpoints } from './interactions.ts';
import { jobsEndpoints } from './jobs.ts';
import { membersEndpoints } from './members.ts';
import { openapiEndpoints } from './openapi.ts';
import { organizationsEndpoints } from './organizations.ts';
import { personalDataEndpoints } from './personal-data.ts';
import { publicationsEndpoints } from './publications.ts';
import { replyTextsEndpoints } from './reply-texts.ts';
import { reportsEndpoints } from './reports.ts';
import { rulesEndpoints } from './rules.ts';
import { spamPatternsEndpoints } from './spam-patterns.ts';
import { streamEndpoints } from './stream.ts';
import { tokensEndpoints } from './tokens.ts';
import { webhooksEndpoints } from './webhooks.ts';

/** Every operation of the API; the stack, the OpenAPI document and the tests are made from this list. */
export const endpoints: readonly Endpoint[] = [
  ...organizationsEndpoints,
  ...membersEndpoints,
  ...tokensEndpoints,
  ...personalDataEndpoints,
  ...jobsEndpoints,
  ...accountsEndpoints,
  ...hooksEndpoints,
  ...interactionsEndpoints,
  ...conversationsEndpoints,
  ...contentsEndpoints,
  ...rulesEndpoints,
  ...replyTextsEndpoints,
  ...automationEndpoints,
  ...backtestsEndpoints,
  ...publicationsEndpoints,
  ...directoryEndpoints,
  ...campaignsEndpoints,
  ...coverageEndpoints,
  ...spamPatternsEndpoints,
  ...openapiEndpoints,
  ...analyticsEndpoints,
  ...reportsEndpoints,
  ...webhooksEndpoints,
  ...streamEndpoints,
];
