import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { Page } from '../../ui/page.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { ModelCard } from './model-card.tsx';
import { OrganizationData } from './organization-data.tsx';
import { OrganizationForm } from './organization-form.tsx';
import { useOrganization } from './queries.ts';
import { TokenList } from './token-list.tsx';
import './organization.css';

export function OrganizationPage() {
  const { t } = useTranslation();
  const mayHaveTokens = useMay('owner');
  const { data: organization, error, refetch } = useOrganization();
  return (
    <Page title={t('organization.title')} lead={t('organization.lead')}>
      {error && !organization && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!organization && !error && <SkeletonList rows={4} />}
      {organization && (
        <div className="organization">
          <OrganizationForm key={organization.version} organization={organization} />
          <ModelCard key={`model-${organization.version}`} organization={organization} />
          {mayHaveTokens && <TokenList />}
          {mayHaveTokens && <OrganizationData />}
        </div>
      )}
    </Page>
  );
}
