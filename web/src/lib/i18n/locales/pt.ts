import type { Wording } from '../wording.ts';
import type { en } from './en.ts';
import { access, organization } from './pt/access.ts';
import { accounts } from './pt/accounts.ts';
import { analytics } from './pt/analytics.ts';
import {
  automation,
  backtest,
  blocklist,
  executions,
  figures,
  rules,
  templates,
  tester,
  undo,
} from './pt/automation.ts';
import { contacts } from './pt/contacts.ts';
import { coverage } from './pt/coverage.ts';
import { inbox, interaction, shortcuts } from './pt/inbox.ts';
import { invitation, memberErrors, members } from './pt/members.ts';
import { messages } from './pt/messages.ts';
import { personalData } from './pt/personal-data.ts';
import { campaigns, clippings, merge, press, publications, suggestions } from './pt/press.ts';
import { reasons, timeline } from './pt/reasons.ts';
import { reports } from './pt/reports.ts';
import { action, error, live, shell, state } from './pt/shell.ts';
import { spam } from './pt/spam.ts';
import { webhooks } from './pt/webhooks.ts';

export const pt: Wording<typeof en> = {
  access,
  accounts,
  action,
  analytics,
  automation,
  backtest,
  blocklist,
  campaigns,
  clippings,
  contacts,
  coverage,
  error: { ...error, ...memberErrors },
  executions,
  figures,
  inbox,
  interaction,
  invitation,
  live,
  members,
  messages,
  organization,
  merge,
  personalData,
  press,
  publications,
  reasons,
  reports,
  rules,
  shell,
  shortcuts,
  spam,
  state,
  suggestions,
  templates,
  tester,
  timeline,
  undo,
  webhooks,
};
