import { useTranslation } from 'react-i18next';
import { useAccounts } from '../../lib/accounts.ts';
import { Providers } from '../../lib/provider.ts';
import { Checkbox, Select, TextField } from '../../ui/field.tsx';
import { ProviderNames } from '../../ui/provider-icon.tsx';
import { Sentiments } from './rule-conditions.ts';
import { TestedKinds, type TesterForm } from './tester-form.ts';

interface TesterFieldsProps {
  form: TesterForm;
  onChange(changes: Partial<TesterForm>): void;
}

/** Where the message comes from, and who says it. */
export function TesterFields({ form, onChange }: TesterFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="form-row">
        <Select
          label={t('tester.sentiment')}
          value={form.sentiment ?? ''}
          onChange={({ target }) => onChange({ sentiment: Sentiments.find((one) => one === target.value) })}
        >
          <option value="">{t('tester.askModel')}</option>
          {Sentiments.map((sentiment) => (
            <option key={sentiment} value={sentiment}>
              {t(`inbox.sentiments.${sentiment}`)}
            </option>
          ))}
        </Select>
        <Select
          label={t('tester.kind')}
          value={form.kind}
          onChange={({ target }) => {
            const kind = TestedKinds.find((one) => one === target.value);
            if (kind) onChange({ kind });
          }}
        >
          {TestedKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`inbox.kinds.${kind}`)}
            </option>
          ))}
        </Select>
        <OriginFields form={form} onChange={onChange} />
      </div>
      <div className="form-row">
        <TextField
          label={t('tester.author')}
          maxLength={100}
          value={form.authorName}
          onChange={({ target }) => onChange({ authorName: target.value })}
        />
        <TextField
          type="number"
          min={0}
          label={t('tester.followers')}
          placeholder={t('tester.unknown')}
          value={form.followers}
          onChange={({ target }) => onChange({ followers: target.value })}
        />
      </div>
      <Checkbox
        label={t('tester.verified')}
        checked={form.isVerified}
        onChange={({ target }) => onChange({ isVerified: target.checked })}
      />
    </>
  );
}

/** An account brings its network along. */
function OriginFields({ form, onChange }: TesterFieldsProps) {
  const { t } = useTranslation();
  const { data: accounts = [] } = useAccounts();
  return (
    <>
      <Select
        label={t('tester.account')}
        value={form.accountId}
        onChange={({ target }) => {
          const account = accounts.find((one) => one.accountId === target.value);
          onChange({ accountId: account?.accountId ?? '', ...(account && { provider: account.provider }) });
        }}
      >
        <option value="">{t('tester.anyAccount')}</option>
        {accounts.map(({ accountId, name, provider }) => (
          <option key={accountId} value={accountId}>
            {name} ({ProviderNames[provider]})
          </option>
        ))}
      </Select>
      {form.accountId === '' && (
        <Select
          label={t('inbox.provider')}
          value={form.provider}
          onChange={({ target }) => {
            const provider = Providers.find((one) => one === target.value);
            if (provider) onChange({ provider });
          }}
        >
          {Providers.map((provider) => (
            <option key={provider} value={provider}>
              {ProviderNames[provider]}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}
