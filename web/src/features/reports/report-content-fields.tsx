import { useTranslation } from 'react-i18next';
import { useAccounts } from '../../lib/accounts.ts';
import { Checkbox, Select } from '../../ui/field.tsx';
import type { Schedule, ScheduleInput } from './operations.ts';

const types = ['overview', 'sentiment', 'response_metrics', 'content', 'full'] as const;
const formats = ['pdf', 'excel', 'html_email'] as const;

/** What is in a report: its figures, its form, and whose. */
export function ReportContentFields({ schedule }: { schedule: Schedule | undefined }) {
  const { t } = useTranslation();
  const { data: accounts = [] } = useAccounts();
  return (
    <>
      <div className="form-row">
        <Select name="reportType" label={t('reports.type')} defaultValue={schedule?.reportType ?? 'overview'}>
          {types.map((type) => (
            <option key={type} value={type}>
              {t(`reports.types.${type}`)}
            </option>
          ))}
        </Select>
        <Select name="format" label={t('reports.format')} defaultValue={schedule?.format ?? 'pdf'}>
          {formats.map((format) => (
            <option key={format} value={format}>
              {t(`reports.formats.${format}`)}
            </option>
          ))}
        </Select>
      </div>
      {accounts.length > 0 && (
        <fieldset className="report-accounts">
          <legend>{t('reports.accounts')}</legend>
          <p className="field-hint">{t('reports.accountsHint')}</p>
          {accounts.map(({ accountId, name }) => (
            <Checkbox
              key={accountId}
              name="account"
              value={accountId}
              defaultChecked={schedule?.accountIds.includes(accountId) ?? false}
              label={name}
            />
          ))}
        </fieldset>
      )}
      <Checkbox
        name="onlyWhenThereIsSomething"
        defaultChecked={schedule?.onlyWhenThereIsSomething ?? false}
        label={t('reports.onlyWhenThereIsSomething')}
      />
    </>
  );
}

type Content = Pick<ScheduleInput, 'reportType' | 'format' | 'accountIds' | 'onlyWhenThereIsSomething'>;

export function contentOf(values: FormData): Content {
  return {
    reportType: types.find((type) => type === values.get('reportType')) ?? 'overview',
    format: formats.find((format) => format === values.get('format')) ?? 'pdf',
    accountIds: values.getAll('account').map(String),
    onlyWhenThereIsSomething: values.has('onlyWhenThereIsSomething'),
  };
}
