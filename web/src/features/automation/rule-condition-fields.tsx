import { useTranslation } from 'react-i18next';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Sentiments } from './rule-conditions.ts';
import type { RuleFieldsProps } from './rule-dialog.tsx';

const excludable = ['negativeSentiment', 'frustration', 'verifiedAuthors', 'influencers'] as const;
/** Shown so that people know; no rule can switch them off (AR-04). */
const locked = ['medicalQuestions', 'escalations'] as const;

export function ConditionFields({ form, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="rule-part">
      <legend>{t('rules.when')}</legend>
      <p className="field-hint">{t('rules.whenHint')}</p>
      <fieldset className="rule-choices">
        <legend>{t('rules.sentiments')}</legend>
        {Sentiments.map((sentiment) => (
          <Checkbox
            key={sentiment}
            label={t(`inbox.sentiments.${sentiment}`)}
            checked={form.sentiments.includes(sentiment)}
            onChange={({ target }) =>
              onChange({
                sentiments: Sentiments.filter((one) =>
                  one === sentiment ? target.checked : form.sentiments.includes(one),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <TextField
        label={t('rules.keywords')}
        hint={t('rules.keywordsHint')}
        value={form.keywords}
        onChange={({ target }) => onChange({ keywords: target.value })}
      />
      <div className="form-row">
        <TextField
          type="number"
          min={0}
          max={100}
          required
          label={t('rules.confidence')}
          value={form.minimumConfidence}
          onChange={({ target }) => onChange({ minimumConfidence: target.valueAsNumber })}
        />
        <TextField
          type="number"
          min={1}
          max={10_000}
          required
          label={t('rules.length')}
          value={form.maximumMessageLength}
          onChange={({ target }) => onChange({ maximumMessageLength: target.valueAsNumber })}
        />
      </div>
      <fieldset className="rule-choices">
        <legend>{t('rules.exclusions')}</legend>
        {excludable.map((name) => (
          <Checkbox
            key={name}
            label={t(`rules.excluded.${name}`)}
            checked={form.exclusions[name]}
            onChange={({ target }) =>
              onChange({ exclusions: { ...form.exclusions, [name]: target.checked } })
            }
          />
        ))}
        {locked.map((name) => (
          <Checkbox
            key={name}
            label={`${t(`rules.excluded.${name}`)} (${t('rules.locked')})`}
            checked
            disabled
            readOnly
          />
        ))}
      </fieldset>
    </fieldset>
  );
}
