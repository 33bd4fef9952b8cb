import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Providers } from '../../lib/provider.ts';
import { ProviderIcon, ProviderNames } from '../../ui/provider-icon.tsx';
import { useProviders, useStartConnection } from './queries.ts';

/** One button per network; those that this stack has no app for say so instead of failing later. */
export function ProviderButtons() {
  const { t } = useTranslation();
  const { data: known = [] } = useProviders();
  const start = useStartConnection();
  return (
    <section className="provider-buttons" aria-label={t('accounts.connectTitle')}>
      {Providers.map((provider) => {
        const isConfigured = known.find((one) => one.provider === provider)?.isConfigured ?? false;
        return (
          <button
            key={provider}
            type="button"
            disabled={!isConfigured || start.isPending}
            aria-busy={start.isPending && start.variables === provider}
            onClick={() => start.mutate(provider)}
          >
            <ProviderIcon provider={provider} size={34} />
            <span>
              <strong>{t('accounts.connect', { provider: ProviderNames[provider] })}</strong>
              {!isConfigured && <small>{t('accounts.notConfigured')}</small>}
            </span>
            {isConfigured && <Plus size={18} aria-hidden="true" />}
          </button>
        );
      })}
    </section>
  );
}
