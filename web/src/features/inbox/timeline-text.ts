import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useReasonText } from '../../lib/reason-text.ts';
import type { TimelineEntry } from './operations.ts';

interface EntryText {
  text: string;
  more: string | undefined;
}

const outcomes = ['reply', 'webhook', 'manual', 'recorded', 'inbox', 'dry_run'] as const;

/** Says a step of the timeline in the person's language; the API's own English words are for programs' logs. */
export function useTimelineText(): (entry: TimelineEntry) => EntryText {
  const { t } = useTranslation();
  const reason = useReasonText();
  return (entry) => ({ text: headOf(entry, t), more: moreOf(entry, t, reason) });
}

function headOf({ step, code, facts }: TimelineEntry, t: TFunction): string {
  if (step === 'captured')
    return t(code === 'webhook' ? 'timeline.captured.webhook' : 'timeline.captured.sync');
  if (step === 'replied') {
    return t(code === 'automation' ? 'timeline.replied.automation' : 'timeline.replied.user');
  }
  if (step === 'analysed') {
    const percent = Math.round(Number(facts['confidence']));
    return t('timeline.analysed', { sentiment: sentimentName(code, t), percent });
  }
  if (step === 'decided') {
    const outcome = outcomes.find((one) => one === facts['outcome']) ?? 'inbox';
    return t(`timeline.decided.${outcome}`, { rule: facts['ruleName'] });
  }
  return t(`timeline.${step}`);
}

function moreOf(
  { step, code, facts }: TimelineEntry,
  t: TFunction,
  reason: (code: string) => string,
): string | undefined {
  if (step === 'analysed') {
    const flags = facts['flags'] as readonly ('medical' | 'escalation' | 'spam')[];
    if (flags.length === 0) return undefined;
    return t('timeline.flags', { flags: flags.map((flag) => t(`inbox.flags.${flag}`)).join(', ') });
  }
  if (step === 'decided') return facts['outcome'] === 'reply' || !code ? undefined : reason(code);
  if (step === 'manual' || step === 'waiting' || step === 'attempted') {
    const detail = facts['detail'] ?? facts['waitingDetail'];
    return [code && reason(code), detail].filter(Boolean).join(' ') || undefined;
  }
  return undefined;
}

function sentimentName(code: string | null, t: TFunction): string {
  const known = ['positive', 'gratitude', 'neutral', 'question', 'negative', 'frustration'] as const;
  const sentiment = known.find((one) => one === code);
  return sentiment ? t(`inbox.sentiments.${sentiment}`) : '';
}
