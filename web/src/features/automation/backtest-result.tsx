import { useTranslation } from 'react-i18next';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { useReasonText } from '../../lib/reason-text.ts';
import { BarList } from '../../ui/bar-list.tsx';
import { type KeyFigure, KeyFigures } from '../../ui/key-figures.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { BacktestExamples } from './backtest-examples.tsx';
import { useBacktest } from './backtest-queries.ts';
import { BacktestRules } from './backtest-rules.tsx';
import type { BacktestOutcome } from './operations.ts';

export function BacktestResult({ jobId }: { jobId: string }) {
  const { t, i18n } = useTranslation();
  const reason = useReasonText();
  const { data, error, refetch } = useBacktest(jobId);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data?.result) return <SkeletonList rows={4} />;
  const { result } = data;
  const { totals, since, until } = result;
  const stopped = Object.entries({ ...totals.blocked, ...totals.limited, ...totals.withoutText });
  return (
    <>
      <p className="field-hint" role="status">
        {t('backtest.tried', {
          count: totals.interactions,
          from: formatDate(since, i18n.language),
          until: formatDate(until, i18n.language),
        })}
      </p>
      <Totals totals={totals} />
      <BacktestExamples jobId={jobId} />
      <BacktestRules result={result} />
      <BarList
        title={t('backtest.stopped')}
        bars={stopped
          .toSorted(([, one], [, other]) => other - one)
          .map(([code, value]) => ({ key: code, label: reason(code), value }))}
        empty={t('backtest.nothingStopped')}
      />
    </>
  );
}

function Totals({ totals }: { totals: BacktestOutcome['totals'] }) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => formatNumber(value, i18n.language);
  const figures: KeyFigure[] = [
    {
      label: t('backtest.answered'),
      value: number(totals.answered),
      note: t('backtest.inFact', { value: number(totals.answeredInFact) }),
    },
    { label: t('backtest.lists.newly_answered'), value: number(totals.newlyAnswered) },
    { label: t('backtest.lists.no_longer_answered'), value: number(totals.noLongerAnswered) },
    { label: t('backtest.lists.taken_from_another_rule'), value: number(totals.takenFromAnotherRule) },
    { label: t('backtest.lists.blocked_by_safety'), value: number(totals.blockedMatches) },
    { label: t('backtest.unchanged'), value: number(totals.unchanged) },
  ];
  return <KeyFigures figures={figures} />;
}
