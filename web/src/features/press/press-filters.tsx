import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/field.tsx';
import { useCampaigns } from './queries.ts';

/** Which campaign a list is about; kept in the address. */
export function useCampaignFilter(): [string | undefined, (campaignId: string) => void] {
  const [search, setSearch] = useSearchParams();
  const choose = (campaignId: string) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        if (campaignId) next.set('campaign', campaignId);
        else next.delete('campaign');
        return next;
      },
      { replace: true },
    );
  return [search.get('campaign') ?? undefined, choose];
}

export function CampaignFilter() {
  const { t } = useTranslation();
  const [campaignId, choose] = useCampaignFilter();
  const { data: campaigns = [] } = useCampaigns();
  return (
    <Select
      label={t('press.campaign')}
      value={campaignId ?? ''}
      onChange={({ target }) => choose(target.value)}
    >
      <option value="">{t('press.anyCampaign')}</option>
      {campaigns.map((campaign) => (
        <option key={campaign.campaignId} value={campaign.campaignId}>
          {campaign.name}
        </option>
      ))}
    </Select>
  );
}

export const StatusChoices = ['all', 'pending', 'auto_confirmed', 'confirmed', 'spam'] as const;
export type StatusChoice = (typeof StatusChoices)[number];

interface StatusFilterProps {
  status: StatusChoice;
  onChange(status: StatusChoice): void;
}

export function StatusFilter({ status, onChange }: StatusFilterProps) {
  const { t } = useTranslation();
  return (
    <Choice
      legend={t('press.status')}
      hideLegend
      value={status}
      options={StatusChoices.map((value) => ({ value, label: t(`suggestions.tabs.${value}`) }))}
      onChange={onChange}
    />
  );
}
