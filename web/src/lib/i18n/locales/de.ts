import type { Wording } from '../wording.ts';
import { access, organization } from './de/access.ts';
import { accounts } from './de/accounts.ts';
import { analytics } from './de/analytics.ts';
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
} from './de/automation.ts';
import { contacts } from './de/contacts.ts';
import { coverage } from './de/coverage.ts';
import { inbox, interaction, shortcuts } from './de/inbox.ts';
import { invitation, memberErrors, members } from './de/members.ts';
import { messages } from './de/messages.ts';
import { personalData } from './de/personal-data.ts';
import { campaigns, clippings, merge, press, publications, suggestions } from './de/press.ts';
import { reasons, timeline } from './de/reasons.ts';
import { reports } from './de/reports.ts';
import { action, error, live, shell, state } from './de/shell.ts';
import { spam } from './de/spam.ts';
import { webhooks } from './de/webhooks.ts';
import type { en } from './en.ts';

export const de: Wording<typeof en> = {
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
