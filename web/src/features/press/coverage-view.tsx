import { FileSpreadsheet, Newspaper } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate } from '../../lib/format.ts';
import { fileOf, useDownload } from '../../lib/use-download.ts';
import { BarList } from '../../ui/bar-list.tsx';
import { Button } from '../../ui/button.tsx';
import { ColumnChart } from '../../ui/column-chart.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/state-message.tsx';
import { useCoverageReport } from './campaign-queries.ts';
import { ClippingCard } from './clipping-card.tsx';
import { type CoverageReport, GetCoverageWorkbook } from './operations.ts';

/** What the press made of a campaign, on one page and as a spreadsheet. */
export function CoverageView({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation();
  const { data: report, error, refetch } = useCoverageReport(campaignId);
  if (!report)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonList rows={5} />;
  if (report.totals.clippings === 0)
    return (
      <EmptyState
        icon={Newspaper}
        title={t('clippings.emptyTitle')}
        action={
          <Link className="button" data-look="primary" to={`/press/suggestions?campaign=${campaignId}`}>
            {t('clippings.emptyAction')}
          </Link>
        }
      >
        {t('coverage.empty')}
      </EmptyState>
    );
  return <Report report={report} />;
}

function Report({ report }: { report: CoverageReport }) {
  const { t, i18n } = useTranslation();
  const download = useDownload();
  const { campaignId, campaignName, totals, byWeek, clippings } = report;
  return (
    <>
      <KeyFigures
        figures={[
          { label: t('coverage.clippings'), value: totals.clippings },
          { label: t('coverage.outlets'), value: totals.outlets },
          { label: t('clippings.detection.automated'), value: totals.automated },
          {
            label: t('coverage.recipientsWhoPublished'),
            value: totals.recipientsWhoPublished,
            note: t('coverage.ofRecipients', { count: totals.recipients }),
          },
        ]}
      />
      <ColumnChart
        title={t('coverage.byWeek')}
        columnHeader={t('coverage.week')}
        parts={[{ name: t('coverage.clippings'), tone: 'accent' }]}
        columns={byWeek.map(({ week, clippings: count }) => ({
          label: formatDate(week, i18n.language),
          values: [count],
        }))}
      />
      <Breakdowns report={report} />
      <section className="coverage-clippings">
        <header>
          <h2>{t('clippings.title')}</h2>
          <Button
            icon={FileSpreadsheet}
            busy={download.isPending}
            onClick={() =>
              download.mutate(fileOf(GetCoverageWorkbook, { params: { campaignId } }, `${campaignName}.xlsx`))
            }
          >
            {t('coverage.workbook')}
          </Button>
        </header>
        <ul className="press-list">
          {clippings.map((clipping) => (
            <li key={clipping.clippingId}>
              <ClippingCard clipping={clipping} campaignName={undefined} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Breakdowns({ report: { byOutlet, bySentiment, byType } }: { report: CoverageReport }) {
  const { t } = useTranslation();
  return (
    <div className="coverage-breakdowns">
      <BarList
        title={t('coverage.outlets')}
        empty=""
        bars={byOutlet.map(({ outlet, publicationId, clippings }) => ({
          key: publicationId ?? outlet,
          label: outlet,
          value: clippings,
        }))}
      />
      <BarList
        title={t('coverage.tone')}
        empty=""
        bars={bySentiment.map(({ sentiment, clippings }) => ({
          key: sentiment,
          label: t(`inbox.sentiments.${sentiment}`),
          value: clippings,
        }))}
      />
      <BarList
        title={t('coverage.media')}
        empty=""
        bars={byType.map(({ outletType, clippings }) => ({
          key: outletType,
          label: t(`clippings.outletTypes.${outletType}`),
          value: clippings,
        }))}
      />
    </div>
  );
}
