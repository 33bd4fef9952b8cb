import { useTranslation } from 'react-i18next';
import { browserTimeZone } from '../../lib/places.ts';
import { Checkbox } from '../../ui/field.tsx';
import type { RuleFieldsProps } from './rule-dialog.tsx';
import { type HoursForm, type Weekday, Weekdays, workingHours } from './rule-hours.ts';

/** When a rule may answer (AR-20); outside these hours its replies wait. */
export function HoursFields({ form, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  const { hours } = form;
  return (
    <fieldset className="rule-part">
      <legend>{t('rules.hours.legend')}</legend>
      <Checkbox
        label={t('rules.hours.limit')}
        checked={hours !== null}
        onChange={({ target }) =>
          onChange({ hours: target.checked ? workingHours(browserTimeZone()) : null })
        }
      />
      {hours?.kept && <p className="field-hint">{t('rules.hours.kept')}</p>}
      {hours && !hours.kept && <DayGrid hours={hours} onChange={(next) => onChange({ hours: next })} />}
    </fieldset>
  );
}

function DayGrid({ hours, onChange }: { hours: HoursForm; onChange(hours: HoursForm): void }) {
  const { t } = useTranslation();
  const set = (day: Weekday, span: { from: string; to: string } | null) =>
    onChange({ ...hours, days: { ...hours.days, [day]: span } });
  return (
    <>
      <div className="hours-grid">
        {Weekdays.map((day) => {
          const span = hours.days[day];
          const name = t(`rules.hours.days.${day}`);
          return (
            <div key={day}>
              <Checkbox
                label={name}
                checked={span !== null}
                onChange={({ target }) => set(day, target.checked ? { from: '08:00', to: '18:00' } : null)}
              />
              {span && (
                <>
                  <input
                    type="time"
                    className="control"
                    aria-label={t('rules.hours.from', { day: name })}
                    required
                    value={span.from}
                    onChange={({ target }) => set(day, { ...span, from: target.value })}
                  />
                  <input
                    type="time"
                    className="control"
                    aria-label={t('rules.hours.to', { day: name })}
                    required
                    value={span.to === '24:00' ? '23:59' : span.to}
                    onChange={({ target }) => set(day, { ...span, to: target.value })}
                  />
                </>
              )}
            </div>
          );
        })}
      </div>
      <p className="field-hint">{t('rules.hours.zone', { zone: hours.timeZone })}</p>
    </>
  );
}
