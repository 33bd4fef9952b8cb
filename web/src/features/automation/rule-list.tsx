import { Plus, Zap } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import type { Rule } from './operations.ts';
import { RuleCard } from './rule-card.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { useReorderRules, useRules } from './rule-queries.ts';

const noMore = { hasMore: false, loading: false, onLoad: () => undefined };

/** Ids of the enabled rules with one of them moved by a step; undefined at either end. */
function moved(rules: readonly Rule[], ruleId: string, step: -1 | 1): string[] | undefined {
  const ids = rules.filter((rule) => rule.enabled).map((rule) => rule.ruleId);
  const from = ids.indexOf(ruleId);
  const other = ids[from + step];
  if (from < 0 || other === undefined) return undefined;
  return ids.with(from, other).with(from + step, ruleId);
}

export function RuleList() {
  const { t } = useTranslation();
  const mayChange = useMay('admin');
  const { data: rules, error, refetch } = useRules();
  const reorder = useReorderRules();
  const [edited, setEdited] = useState<Rule | 'new'>();
  const create = mayChange && (
    <Button look="primary" icon={Plus} onClick={() => setEdited('new')}>
      {t('rules.create')}
    </Button>
  );
  const mover = (ruleId: string, step: -1 | 1) => {
    const order = rules && moved(rules, ruleId, step);
    return order && mayChange && !reorder.isPending ? () => reorder.mutate(order) : undefined;
  };

  return (
    <>
      {rules && rules.length > 0 && (
        <div className="rule-list-head">
          <h2>{t('rules.list')}</h2>
          {create}
        </div>
      )}
      <PageList
        pages={{ items: rules, error, refetch, more: noMore }}
        className="rule-list"
        keyOf={(rule) => rule.ruleId}
        render={(rule) => (
          <RuleCard
            rule={rule}
            mayChange={mayChange}
            onEdit={() => setEdited(rule)}
            onUp={mover(rule.ruleId, -1)}
            onDown={mover(rule.ruleId, 1)}
          />
        )}
        empty={
          <EmptyState icon={Zap} title={t('rules.emptyTitle')} action={create}>
            {t('rules.empty')}
          </EmptyState>
        }
      />
      {edited && (
        <RuleDialog rule={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </>
  );
}
