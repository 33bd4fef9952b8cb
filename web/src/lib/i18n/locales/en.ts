import { access, organization } from './en/access.ts';
import { accounts } from './en/accounts.ts';
import { inbox, interaction, shortcuts } from './en/inbox.ts';
import { campaigns, clippings, press, publications, suggestions } from './en/press.ts';
import { reasons } from './en/reasons.ts';
import { action, error, live, shell, state } from './en/shell.ts';

export const en = {
  access,
  accounts,
  action,
  campaigns,
  clippings,
  error,
  inbox,
  interaction,
  live,
  organization,
  press,
  publications,
  reasons,
  shell,
  shortcuts,
  state,
  suggestions,
} as const;
