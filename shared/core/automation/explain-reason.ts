/** Every reason for which automation did or did not answer, in words that tell a member what happened. */
const ReasonTexts = {
  // The decision
  rule_matched: 'A rule fits.',
  webhook_matched: 'A rule that tells your webhook fits.',
  no_match: 'No rule fits.',
  no_automation: 'Automation is not switched on for this account, or no rule is enabled.',
  daily_limit_spent: 'The rule that fits has spent its limit of the day.',
  dry_run: 'It would have been answered, but dry run is on: nothing is posted.',
  automation_paused: 'All automation is paused.',
  template_missing: 'The rule’s reply templates are gone.',
  missing_variable: 'The reply text has a variable without a value here.',
  text_too_long: 'The reply is longer than the platform allows.',
  // Safety
  from_owner: 'It was written by one of your own accounts.',
  already_answered: 'It was answered before.',
  not_new: 'It was being handled already.',
  medical: 'It is a medical question, which only people answer.',
  escalation: 'It needs a careful hand, so that only people answer.',
  blocklist: 'It holds something from your blocklist.',
  spam: 'It looks like spam.',
  reopened: 'A person has reopened it, so that people handle it.',
  too_old: 'It is older than what automation may answer.',
  analysis_missing: 'It could not be analysed.',
  unscreened_language: 'It is written in a language that the safety screen does not know.',
  'budget:model': 'This month’s budget for the language model is spent.',
  no_consent: 'Nobody has agreed yet to automation on this channel.',
  // A reply that the model writes
  preparing: 'Its text is being written.',
  model_unavailable: 'The language model did not answer in time.',
  reply_invalid: 'The language model gave no usable reply.',
  'gate:empty': 'The generated reply was empty.',
  'gate:length': 'The generated reply was longer than the platform allows.',
  'gate:characters': 'The generated reply held characters that hide or imitate something.',
  'gate:variable': 'The generated reply had a gap that was not filled in.',
  'gate:markup': 'The generated reply held markup.',
  'gate:link': 'The generated reply held a link that no template has.',
  'gate:email': 'The generated reply held an e-mail address that no template has.',
  'gate:handle': 'The generated reply named an account or a hashtag that no template has.',
  'gate:phone': 'The generated reply held a telephone number that no template has.',
  'gate:contact': 'The generated reply led to a messenger, an address or a payment that no template has.',
  'gate:personal_data': 'The generated reply asked for personal data.',
  'gate:blocklist': 'The generated reply held something from your blocklist.',
  'gate:medical': 'The generated reply was about something medical.',
  'gate:escalation': 'The generated reply was about something that needs a careful hand.',
  'gate:abuse': 'The generated reply was insulting.',
  'gate:topic': 'The generated reply was about politics, religion or competitors.',
  'gate:promise': 'The generated reply promised or admitted something.',
  'gate:figure': 'The generated reply held a figure that nobody gave.',
  'gate:model_talk': 'The generated reply spoke of the model itself, or refused.',
  'gate:echo': 'The generated reply repeated what it should answer.',
  'gate:language': 'The generated reply was in another language.',
  // While the reply waited
  rule_disabled: 'The rule was switched off or deleted while the reply waited.',
  rule_changed: 'The rule was edited while the reply waited.',
  edited: 'The comment was edited while the reply waited, and was decided on anew.',
  edited_again: 'The comment was edited a second time while the reply waited.',
  comment_edited: 'The comment was edited; it is being decided on anew.',
  comment_hidden: 'The comment was hidden on the platform.',
  deleted_on_platform: 'The comment was deleted on the platform.',
  answered_on_platform: 'Somebody answered on the platform first.',
  answered_by_person: 'A person answered in Earshot first.',
  closed_by_person: 'A person closed it first.',
  dropped_by_person: 'A person dropped the replies that the pause held.',
  reply_undone: 'A person had the rule’s reply deleted again.',
  account_disconnected: 'The account was disconnected.',
  needs_reconnect: 'The account must be connected again.',
  dry_run_on: 'Dry run was switched on while the reply waited.',
  outside_hours: 'The rule is outside its active hours.',
  limit_hourly: 'The rule has answered as often as it may in an hour.',
  limit_daily: 'The rule has answered as often as it may on a day.',
  limit_cooldown: 'The author got a reply from this rule a short while ago.',
  limit_midnight: 'The reply would fall on two days at once; it waits for midnight (UTC).',
  send_window_passed: 'It became too late to answer automatically.',
  // The post
  sent_to_webhook: 'A rule told your webhook, and leaves the answer to people.',
  posted: 'The reply was posted.',
  platform_unavailable: 'The platform could not be asked what it shows.',
  platform_throttled: 'The platform asks for patience.',
  platform_refused: 'The platform refused the reply.',
  reply_uncertain: 'The platform did not confirm the reply; Earshot looks for it before anything else.',
  reply_not_confirmed: 'The platform did not confirm the reply, and does not show it.',
  may_be_answered: 'It may already be answered: look on the platform first.',
  processing_failed: 'Something failed again and again while it was processed.',
} as const;

/** The stable codes of reasons; what is stored may hold older ones. */
export type ReasonCode = keyof typeof ReasonTexts;

export const ReasonCodes = Object.keys(ReasonTexts) as ReasonCode[];

/** Why there is no analysis, by the detail that is stored with it. */
const MissingAnalysisTexts: Readonly<Record<string, string>> = {
  unavailable: 'The language model did not answer in time.',
  invalid: 'The language model’s answers made no sense.',
  'not-needed': 'It was not needed.',
};

function isKnown(code: string): code is ReasonCode {
  return Object.hasOwn(ReasonTexts, code);
}

/** Says in words why automation did or did not answer; a code from an older version shows itself (AR-01). */
export function explainReason(code: string, detail: string | null = null): string {
  const text = isKnown(code) ? ReasonTexts[code] : `${code.replaceAll('_', ' ')}.`;
  if (detail === null) return text;
  if (code === 'analysis_missing') return `${text} ${MissingAnalysisTexts[detail] ?? detail}`;
  return `${text} (${detail.replace(/\.$/, '')})`;
}
