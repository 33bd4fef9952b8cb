export const shell = {
  navigation: 'Main',
  skip: 'Skip to content',
  inbox: 'Inbox',
  messages: 'Messages',
  automation: 'Automation',
  analytics: 'Figures',
  press: 'Press',
  suggestions: 'Suggestions',
  clippings: 'Clippings',
  campaigns: 'Campaigns',
  publications: 'Publications',
  contacts: 'Journalists',
  spamPatterns: 'Kept out',
  reports: 'Reports',
  settings: 'Settings',
  accounts: 'Accounts',
  organization: 'Organization',
  webhooks: 'Webhooks',
  members: 'Members',
  outbox: 'Outbox',
  outboxHint: 'Mails that this local stack sent',
  notices: 'Notices',
  account: 'You and your settings',
  language: 'Language',
  theme: 'Appearance',
  themeSystem: 'As the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  signOut: 'Sign out',
  more: 'More',
  shortcuts: 'Keyboard shortcuts',
  notFoundTitle: 'There is nothing at this address',
  notFound: 'The link may be old. The navigation leads to everything there is.',
};

export const live = {
  connecting: 'Connecting…',
  live: 'Live',
  offline: 'Reconnecting…',
  liveHint: 'New comments and articles appear by themselves.',
  offlineHint: 'The connection was lost. What you see may be out of date; it is being tried again.',
  updates: 'Latest updates',
  noUpdates: 'Nothing has happened since you came.',
  newInteractions_one: '{{count}} new comment came in',
  newInteractions_other: '{{count}} new comments came in',
  show: 'Show',
  events: {
    'interaction.created': 'A comment came in',
    'interaction.updated': 'A comment changed',
    'reply.posted': 'A reply was posted',
    'suggestion.created': 'An article was found',
    'clipping.created': 'Coverage was confirmed',
    'account.updated': 'An account changed',
    'webhook.updated': 'A webhook changed',
    'report.failed': 'A report could not be sent',
    'model_budget.reached': 'The model’s budget of the month is being used up',
  },
};

export const action = {
  copy: 'Copy',
  stored: 'I have stored it',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  create: 'Create',
  edit: 'Edit',
  delete: 'Delete',
  retry: 'Try again',
  dismiss: 'Dismiss',
  loadMore: 'Load more',
  clear: 'Clear',
};

export const state = {
  copied: 'It is on the clipboard.',
  loading: 'Loading…',
  saved: 'Saved.',
};

export const error = {
  requestId: 'Reference {{requestId}}',
  unexpected: {
    title: 'Something went wrong here',
    advice: 'This was our fault. Load the page again; if it happens again, tell your administrator.',
  },
  refused: { title: 'That did not work' },
  offline: {
    title: 'Earshot cannot be reached',
    advice: 'Check your connection, then try again.',
  },
  unavailable: {
    title: 'Earshot is busy',
    advice: 'Nothing was lost. Try again in a moment.',
  },
  internal: {
    title: 'Something went wrong on our side',
    advice: 'Try again in a moment. If it happens again, tell your administrator the reference.',
  },
  forbidden: {
    title: 'Your role does not allow this',
    advice: 'Ask an owner or admin of your organization to do it, or to give you the role.',
  },
  not_found: {
    title: 'This is no longer there',
    advice: 'It may have been deleted. Go back to the list.',
  },
  safety_locked: {
    title: 'Nothing is suggested here',
    advice: 'This needs a careful hand. Answer in your own words.',
  },
  model_budget_spent: {
    title: 'The model’s budget is spent',
    advice: 'An owner or admin can raise the budget of the month in the settings.',
  },
  message_unconfirmed: {
    title: 'The platform did not say what became of it',
    advice: 'Look there first: it is never sent a second time by itself.',
  },
  invalid_expression: {
    title: 'An expression is faulty',
    advice: 'Correct the entries that are named, then save again.',
  },
  window_closed: {
    title: 'The platform takes no message any more',
    advice: 'Its time for answers has passed.',
  },
  version_mismatch: {
    title: 'Somebody else was faster',
    advice: 'It changed while you had it open. Look at the new state, then do it again.',
  },
  limited: {
    title: 'Too many requests at once',
    advice: 'Wait a few seconds, then try again.',
  },
};
