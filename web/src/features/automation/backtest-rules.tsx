import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format.ts';
import type { BacktestOutcome } from './operations.ts';

/** How each rule fared, and which of them never has its turn. */
export function BacktestRules({ result: { rules, neverWins } }: { result: BacktestOutcome }) {
  const { t, i18n } = useTranslation();
  const nameOf = (ruleId: string) => rules.find((rule) => rule.ruleId === ruleId)?.name ?? ruleId;
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <>
      {neverWins.length > 0 && (
        <section className="card tester-result">
          <h3>{t('backtest.neverWins')}</h3>
          <ul className="tester-cautions">
            {neverWins.map(({ ruleId, name, why, byRuleId }) => (
              <li key={ruleId}>{t(`backtest.why.${why}`, { name, by: byRuleId ? nameOf(byRuleId) : '' })}</li>
            ))}
          </ul>
        </section>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keys. */}
      <section className="card figures-table" aria-label={t('figures.byRule')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('figures.rule')}</th>
              <th scope="col">{t('backtest.matched')}</th>
              <th scope="col">{t('backtest.ruleAnswered')}</th>
              <th scope="col">{t('backtest.takenBy')}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ ruleId, name, matched, answered, takenBy }) => (
              <tr key={ruleId}>
                <th scope="row">{name}</th>
                <td>{number(matched)}</td>
                <td>{number(answered)}</td>
                <td>
                  {Object.entries(takenBy)
                    .map(([id, count]) => `${nameOf(id)}: ${number(count)}`)
                    .join(', ') || '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
