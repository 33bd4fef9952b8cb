import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format.ts';
import { TimeText } from '../../ui/time-text.tsx';
import type { RuleFigures } from './operations.ts';

/** Rules side by side; those that are gone keep their figures. */
export function RuleFiguresTable({ rules }: { rules: readonly RuleFigures[] }) {
  const { t, i18n } = useTranslation();
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  if (rules.length === 0) return <p className="field-hint">{t('figures.noRules')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keys.
    <section className="card figures-table" aria-label={t('figures.byRule')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('figures.rule')}</th>
            <th scope="col">{t('figures.fired')}</th>
            <th scope="col">{t('figures.succeeded')}</th>
            <th scope="col">{t('figures.failed')}</th>
            <th scope="col">{t('figures.last')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ ruleId, name, fired, successShare, failed, lastFiredAt }) => (
            <tr key={ruleId}>
              <th scope="row">{name ?? t('figures.goneRule')}</th>
              <td>{formatNumber(fired, i18n.language)}</td>
              <td>{successShare === null ? '–' : share.format(successShare)}</td>
              <td>{formatNumber(failed, i18n.language)}</td>
              <td>{lastFiredAt ? <TimeText at={lastFiredAt} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
