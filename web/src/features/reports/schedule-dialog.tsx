import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { browserTimeZone, timeZones } from '../../lib/places.ts';
import { useSession } from '../../lib/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, TextArea, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import type { Schedule } from './operations.ts';
import { useCreateSchedule } from './queries.ts';
import { weekdayName } from './schedule-text.ts';

const frequencies = ['daily', 'weekly', 'monthly'] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const LastSafeDay = 28;

export function ScheduleDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation();
  const errorText = useErrorText();
  const email = useSession()?.email;
  const create = useCreateSchedule();
  const [frequency, setFrequency] = useState<Schedule['frequency']>('weekly');

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '');
    create.mutate(
      {
        name: text('name'),
        frequency,
        time: text('time'),
        timeZone: text('timeZone'),
        recipients: text('recipients')
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map((address) => ({ email: address })),
        ...(frequency === 'weekly' && { weekday: Number(text('weekday')) }),
        ...(frequency === 'monthly' && { dayOfMonth: Number(text('dayOfMonth')) }),
      },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog
      title={t('reports.create')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="schedule" look="primary" busy={create.isPending}>
            {t('action.create')}
          </Button>
        </>
      }
    >
      <form id="schedule" className="form" onSubmit={send}>
        <TextField
          name="name"
          label={t('reports.name')}
          defaultValue={t('reports.nameProposal')}
          maxLength={100}
          required
          autoFocus
        />
        <Choice<Schedule['frequency']>
          legend={t('reports.frequency')}
          value={frequency}
          options={frequencies.map((value) => ({ value, label: t(`reports.frequencies.${value}`) }))}
          onChange={setFrequency}
        />
        <div className="form-row">
          {frequency === 'weekly' && (
            <Select name="weekday" label={t('reports.weekday')}>
              {weekdays.map((day) => (
                <option key={day} value={day}>
                  {weekdayName(day, i18n.language)}
                </option>
              ))}
            </Select>
          )}
          {frequency === 'monthly' && (
            <TextField
              name="dayOfMonth"
              type="number"
              label={t('reports.dayOfMonth')}
              defaultValue={1}
              min={1}
              max={LastSafeDay}
              required
            />
          )}
          <TextField name="time" type="time" label={t('reports.time')} defaultValue="08:00" required />
          <Select name="timeZone" label={t('access.timeZone')} defaultValue={browserTimeZone()}>
            {timeZones().map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        </div>
        <TextArea
          name="recipients"
          label={t('reports.recipients')}
          hint={t('reports.recipientsHint')}
          defaultValue={email}
          required
        />
        {create.error && <FormError>{errorText(create.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}
