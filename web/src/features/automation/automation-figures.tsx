import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format.ts';
import { Choice } from '../../ui/choice.tsx';
import { ColumnChart } from '../../ui/column-chart.tsx';
import { type KeyFigure, KeyFigures } from '../../ui/key-figures.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { useFigures } from './figures-queries.ts';
import type { Figures } from './operations.ts';
import { RuleFiguresTable } from './rule-figures-table.tsx';

const periods = ['7', '30', '90'] as const;

/** What automation answered, what stopped it, and how its rules did. */
export function AutomationFigures() {
  const { t } = useTranslation();
  const [days, setDays] = useState<(typeof periods)[number]>('30');
  const { data, error, refetch } = useFigures(Number(days));
  return (
    <>
      <div className="automation-views">
        <Choice
          legend={t('figures.period')}
          hideLegend
          value={days}
          options={periods.map((value) => ({ value, label: t('figures.days', { count: Number(value) }) }))}
          onChange={(next) => setDays(next)}
        />
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonList rows={4} />}
      {data && <Shown figures={data} />}
    </>
  );
}

function Shown({ figures: { figures, previous, days, rules } }: { figures: Figures }) {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <>
      <KeyFigures figures={useKeyFigures(figures, previous.figures)} />
      <ColumnChart
        title={t('figures.perDay')}
        columnHeader={t('figures.day')}
        parts={[
          { name: t('figures.autoReplied'), tone: 'accent' },
          { name: t('figures.others'), tone: 'grey' },
        ]}
        columns={days.map((one) => ({
          label: day.format(new Date(one.day)),
          values: [one.autoReplied, Math.max(0, one.processed - one.autoReplied)],
        }))}
      />
      <RuleFiguresTable rules={rules} />
    </>
  );
}

function useKeyFigures(now: Figures['figures'], before: Figures['figures']): KeyFigure[] {
  const { t, i18n } = useTranslation();
  const stopped = useStoppedFigures(now);
  const number = (value: number) => formatNumber(value, i18n.language);
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const figure = (label: string, value: number, was: number, part?: number | null): KeyFigure => ({
    label,
    value: number(value),
    note: [part != null && share.format(part), t('figures.before', { value: number(was) })]
      .filter(Boolean)
      .join(' · '),
  });
  const all = [
    figure(t('figures.processed'), now.processed, before.processed),
    figure(t('figures.autoReplied'), now.autoReplied, before.autoReplied, now.autoRepliedShare),
    ...stopped,
    figure(t('figures.cancelled'), now.cancelled, before.cancelled),
    figure(t('figures.webhooksSent'), now.webhooksSent, before.webhooksSent),
  ];
  if (now.dryRun > 0) all.push(figure(t('figures.dryRun'), now.dryRun, before.dryRun));
  if (now.averageProcessingSeconds !== null) {
    const value = t('figures.seconds', { seconds: number(now.averageProcessingSeconds) });
    all.push({ label: t('figures.processing'), value, note: t('figures.average') });
  }
  return all;
}

/** Each with what it is made of. */
function useStoppedFigures({ blocked, failed, unconfirmed }: Figures['figures']): KeyFigure[] {
  const { t, i18n } = useTranslation();
  const number = (value: number) => formatNumber(value, i18n.language);
  const { medical, escalation, blocklist, limit, other } = blocked;
  return [
    {
      label: t('figures.leftForSafety'),
      value: number(medical + escalation),
      note: t('figures.safetyNote', { medical: number(medical), escalation: number(escalation) }),
    },
    {
      label: t('figures.blocked'),
      value: number(blocklist + limit + other),
      note: t('figures.blockedNote', { blocklist: number(blocklist), limit: number(limit) }),
    },
    {
      label: t('figures.failed'),
      value: number(failed + unconfirmed),
      note: t('figures.failedNote', { unconfirmed: number(unconfirmed) }),
    },
  ];
}
