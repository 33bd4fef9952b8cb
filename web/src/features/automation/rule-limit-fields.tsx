import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/field.tsx';
import type { RuleFieldsProps } from './rule-dialog.tsx';

const limits = [
  { field: 'delaySeconds', label: 'rules.delay', min: 30, max: 3_600 },
  { field: 'perHour', label: 'rules.perHour', min: 1, max: 200 },
  { field: 'perDay', label: 'rules.perDay', min: 1, max: 1_000 },
  { field: 'authorCooldownMinutes', label: 'rules.cooldown', min: 0, max: 10_080 },
] as const;

export function LimitFields({ form, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="rule-part">
      <legend>{t('rules.limits')}</legend>
      <div className="form-row">
        {limits.map(({ field, label, min, max }) => (
          <TextField
            key={field}
            type="number"
            min={min}
            max={max}
            required
            label={t(label)}
            value={form[field]}
            onChange={({ target }) => onChange({ [field]: target.valueAsNumber })}
          />
        ))}
      </div>
    </fieldset>
  );
}
