import { ChevronDown, ChevronUp, Pencil, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTemplates } from '../../lib/templates.ts';
import { IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useRuleFigures } from './figures-queries.ts';
import type { Rule } from './operations.ts';
import { useRuleActions } from './rule-queries.ts';
import { useConditionText } from './rule-summary.ts';
import { UndoDialog } from './undo-dialog.tsx';

interface RuleCardProps {
  rule: Rule;
  mayChange: boolean;
  onEdit(): void;
  /** Absent where the rule cannot move that way. */
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

export function RuleCard({ rule, mayChange, onEdit, onUp, onDown }: RuleCardProps) {
  const { t } = useTranslation();
  const { turn } = useRuleActions(rule);
  const conditionText = useConditionText();
  const { name, description, enabled, limits, delaySeconds } = rule;
  return (
    <article className="card rule" data-off={!enabled}>
      <div className="rule-order">
        <IconButton
          size="small"
          icon={ChevronUp}
          label={t('rules.up', { name })}
          disabled={!onUp}
          onClick={onUp}
        />
        <IconButton
          size="small"
          icon={ChevronDown}
          label={t('rules.down', { name })}
          disabled={!onDown}
          onClick={onDown}
        />
      </div>
      <div className="rule-about">
        <h3>{name}</h3>
        {description && <p>{description}</p>}
        <p className="rule-when">{conditionText(rule)}</p>
        <ActionText rule={rule} />
        <p className="rule-limits">
          {t('rules.limitLine', { perHour: limits.perHour, perDay: limits.perDay, delay: delaySeconds })}
        </p>
        <RuleRecord rule={rule} />
      </div>
      <div className="rule-controls">
        <Switch
          label={t('rules.switch', { name })}
          checked={enabled}
          disabled={!mayChange || turn.isPending}
          onChange={(on) => turn.mutate(on)}
        />
        {mayChange && <RuleButtons rule={rule} onEdit={onEdit} />}
      </div>
    </article>
  );
}

/** How the rule did lately; nothing for one that never had its turn. */
function RuleRecord({ rule: { ruleId, limits } }: { rule: Rule }) {
  const { t, i18n } = useTranslation();
  const figures = useRuleFigures().data?.get(ruleId);
  if (!figures || figures.fired === 0) return null;
  const { today, fired, successShare, lastFiredAt } = figures;
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <p className="rule-record">
      {t('rules.record.today', { today, perDay: limits.perDay })} ·{' '}
      {t('rules.record.fired', { count: fired, share: share.format(successShare ?? 0) })}
      {lastFiredAt && (
        <>
          {' '}
          · {t('rules.record.last')} <TimeText at={lastFiredAt} />
        </>
      )}
    </p>
  );
}

function ActionText({ rule: { action } }: { rule: Rule }) {
  const { data: templates = [] } = useTemplates();
  const texts =
    action.type === 'reply_fixed'
      ? action.texts
      : action.type === 'reply_template'
        ? action.templateIds.flatMap((id) => templates.find((one) => one.templateId === id)?.text ?? [])
        : [];
  const { t } = useTranslation();
  const [first, ...others] = texts;
  if (first === undefined) return <p className="rule-reply">{t(`rules.actions.${action.type}`)}</p>;
  return (
    <p className="rule-reply">
      {first}
      {others.length > 0 && <small> +{others.length}</small>}
    </p>
  );
}

function RuleButtons({ rule, onEdit }: { rule: Rule; onEdit(): void }) {
  const { t } = useTranslation();
  const { remove } = useRuleActions(rule);
  const [asking, setAsking] = useState<'undo' | 'deletion'>();
  return (
    <div className="rule-buttons">
      <IconButton size="small" icon={Pencil} label={t('action.edit')} onClick={onEdit} />
      <IconButton
        size="small"
        icon={Undo2}
        label={t('undo.open', { name: rule.name })}
        onClick={() => setAsking('undo')}
      />
      <IconButton
        size="small"
        icon={Trash2}
        label={t('action.delete')}
        onClick={() => setAsking('deletion')}
      />
      {asking === 'undo' && <UndoDialog rule={rule} onClose={() => setAsking(undefined)} />}
      {asking === 'deletion' && (
        <ConfirmDialog
          title={t('rules.deleteTitle', { name: rule.name })}
          text={t('rules.deleteText')}
          confirm={t('action.delete')}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
