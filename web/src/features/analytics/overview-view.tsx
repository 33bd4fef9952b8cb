import { useTranslation } from 'react-i18next';
import { formatDate, formatDuration, formatNumber, formatShare } from '../../lib/format.ts';
import { BarList } from '../../ui/bar-list.tsx';
import { ColumnChart } from '../../ui/column-chart.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import type { Figures, Overview } from './queries.ts';

/** What was said, how it was meant and what was answered, beside as many days before. */
export function OverviewView({ overview }: { overview: Overview }) {
  const { t, i18n } = useTranslation();
  const { current, previous } = overview;
  return (
    <>
      <Sums now={current.figures} before={previous.figures} />
      <ColumnChart
        title={t('analytics.perDay')}
        columnHeader={t('analytics.day')}
        parts={[
          { name: t('inbox.sentiments.positive'), tone: 'green' },
          { name: t('inbox.sentiments.neutral'), tone: 'grey' },
          { name: t('inbox.sentiments.negative'), tone: 'red' },
          { name: t('analytics.unknown'), tone: 'accent' },
        ]}
        columns={current.days.map(({ day, positive, neutral, negative, unknown }) => ({
          label: formatDate(day, i18n.language),
          values: [positive, neutral, negative, unknown],
        }))}
      />
      <ColumnChart
        title={t('analytics.answeredPerDay')}
        columnHeader={t('analytics.day')}
        parts={[{ name: t('analytics.answered'), tone: 'accent' }]}
        columns={current.days.map(({ day, answered }) => ({
          label: formatDate(day, i18n.language),
          values: [answered],
        }))}
      />
      <Breakdowns overview={overview} />
    </>
  );
}

function Sums({ now, before }: { now: Figures; before: Figures }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const duration = (seconds: number | null) => (seconds === null ? '–' : formatDuration(seconds, language));
  const figures = [
    { name: 'interactions', text: (of: Figures) => formatNumber(of.interactions, language) },
    {
      name: 'answeredShare',
      text: (of: Figures) => (of.answeredShare === null ? '–' : formatShare(of.answeredShare, language)),
    },
    { name: 'median', text: (of: Figures) => duration(of.medianResponseSeconds) },
    { name: 'p90', text: (of: Figures) => duration(of.p90ResponseSeconds) },
    { name: 'negative', text: (of: Figures) => formatNumber(of.negative, language) },
    { name: 'waiting', text: (of: Figures) => formatNumber(of.waiting, language) },
    { name: 'clippings', text: (of: Figures) => formatNumber(of.clippings, language) },
  ] as const;
  return (
    <KeyFigures
      figures={figures.map(({ name, text }) => ({
        label: t(`analytics.figures.${name}`),
        value: text(now),
        note: t('analytics.before', { value: text(before) }),
      }))}
    />
  );
}

function Breakdowns({ overview: { accounts, topTopics, topContent } }: { overview: Overview }) {
  const { t, i18n } = useTranslation();
  const answered = (share: number | null) =>
    share === null ? '' : t('analytics.answeredOf', { share: formatShare(share, i18n.language) });
  return (
    <div className="analytics-breakdowns">
      <BarList
        title={t('analytics.accounts')}
        empty={t('analytics.nothing')}
        bars={accounts.map(({ accountId, name, interactions, answeredShare }) => ({
          key: accountId,
          label: (
            <>
              {name} <small>{answered(answeredShare)}</small>
            </>
          ),
          value: interactions,
        }))}
      />
      <BarList
        title={t('analytics.topics')}
        empty={t('analytics.nothing')}
        bars={topTopics.map(({ topic, interactions }) => ({ key: topic, label: topic, value: interactions }))}
      />
      <BarList
        title={t('analytics.content')}
        empty={t('analytics.nothing')}
        bars={topContent.map(({ contentId, title, permalink, interactions }) => ({
          key: contentId,
          label: permalink ? (
            <a href={permalink} target="_blank" rel="noreferrer">
              {title || t('analytics.untitled')}
            </a>
          ) : (
            title || t('analytics.untitled')
          ),
          value: interactions,
        }))}
      />
    </div>
  );
}
