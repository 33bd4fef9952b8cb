import { access, organization } from './en/access.ts';
import { accounts } from './en/accounts.ts';
import { analytics } from './en/analytics.ts';
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
} from './en/automation.ts';
import { contacts } from './en/contacts.ts';
import { coverage } from './en/coverage.ts';
import { inbox, interaction, shortcuts } from './en/inbox.ts';
import { invitation, memberErrors, members } from './en/members.ts';
import { messages } from './en/messages.ts';
import { personalData } from './en/personal-data.ts';
import { campaigns, clippings, merge, press, publications, suggestions } from './en/press.ts';
import { reasons, timeline } from './en/reasons.ts';
import { reports } from './en/reports.ts';
import { action, error, live, shell, state } from './en/shell.ts';
import { spam } from './en/spam.ts';
import { webhooks } from './en/webhooks.ts';

export const en = {
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
} as const;
