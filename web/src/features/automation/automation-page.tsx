import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Choice } from '../../ui/choice.tsx';
import { Page } from '../../ui/page.tsx';
import { AutomationFigures } from './automation-figures.tsx';
import { AutomationStatus } from './automation-status.tsx';
import { BacktestView } from './backtest-view.tsx';
import { BlocklistView } from './blocklist-view.tsx';
import { ExecutionList } from './execution-list.tsx';
import { RuleList } from './rule-list.tsx';
import { RuleTester } from './rule-tester.tsx';
import { TemplateList } from './template-list.tsx';
import './automation.css';

const views = ['rules', 'executions', 'figures', 'tester', 'backtest', 'templates', 'blocklist'] as const;

export function AutomationPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view = views.find((one) => one === search.get('view')) ?? 'rules';
  return (
    <Page title={t('automation.title')} lead={t('automation.lead')}>
      <AutomationStatus />
      <div className="automation-views">
        <Choice
          legend={t('automation.view')}
          hideLegend
          value={view}
          options={views.map((value) => ({ value, label: t(`automation.tabs.${value}`) }))}
          onChange={(next) => setSearch(next === 'rules' ? {} : { view: next }, { replace: true })}
        />
      </div>
      {view === 'rules' && <RuleList />}
      {view === 'executions' && <ExecutionList />}
      {view === 'figures' && <AutomationFigures />}
      {view === 'tester' && <RuleTester />}
      {view === 'backtest' && <BacktestView />}
      {view === 'blocklist' && <BlocklistView />}
      {view === 'templates' && <TemplateList />}
    </Page>
  );
}
