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
import { useSaveSchedule } from './queries.ts';
import { contentOf, ReportContentFields } from './report-content-fields.tsx';
import { weekdayName } from './schedule-text.ts';

const frequencies = ['daily', 'weekly', 'monthly'] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const LastSafeDay = 28;

interface ScheduleDialogProps {
  /** The one to change; a new one without it. */
  schedule?: Schedule;
  onClose(): void;
}

export function ScheduleDialog({ schedule, onClose }: ScheduleDialogProps) {
  const { t, i18n } = useTranslation();
  const errorText = useErrorText();
  const email = useSession()?.email;
  const save = useSaveSchedule(schedule);
  const [frequency, setFrequency] = useState<Schedule['frequency']>(schedule?.frequency ?? 'weekly');

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '');
    save.mutate(
      {
        name: text('name'),
        frequency,
        time: text('time'),
        timeZone: text('timeZone'),
        recipients: recipientsOf(text('recipients'), schedule?.recipients ?? []),
        ...contentOf(values),
        ...(frequency === 'weekly' && { weekday: Number(text('weekday')) }),
        ...(frequency === 'monthly' && { dayOfMonth: Number(text('dayOfMonth')) }),
      },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog
      title={schedule ? t('reports.editTitle', { name: schedule.name }) : t('reports.create')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="schedule" look="primary" busy={save.isPending}>
            {t(schedule ? 'action.save' : 'action.create')}
          </Button>
        </>
      }
    >
      <form id="schedule" className="form" onSubmit={send}>
        <TextField
          name="name"
          label={t('reports.name')}
          defaultValue={schedule?.name ?? t('reports.nameProposal')}
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
            <Select name="weekday" label={t('reports.weekday')} defaultValue={schedule?.weekday}>
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
              defaultValue={schedule?.dayOfMonth ?? 1}
              min={1}
              max={LastSafeDay}
              required
            />
          )}
          <TextField
            name="time"
            type="time"
            label={t('reports.time')}
            defaultValue={schedule?.time ?? '08:00'}
            required
          />
          <Select
            name="timeZone"
            label={t('access.timeZone')}
            defaultValue={schedule?.timeZone ?? browserTimeZone()}
          >
            {timeZones().map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        </div>
        <TextArea
          name="recipients"
          label={t('reports.recipients')}
          hint={t('reports.recipientsHint')}
          defaultValue={schedule?.recipients.map((one) => one.email).join(', ') ?? email}
          required
        />
        <ReportContentFields schedule={schedule} />
        {save.error && <FormError>{errorText(save.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}

/** Addresses as people type them; who was a recipient before keeps their name. */
function recipientsOf(text: string, before: Schedule['recipients']): Schedule['recipients'] {
  const addresses = [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
  return addresses.map((email) => before.find((one) => one.email === email) ?? { email, name: '' });
}
