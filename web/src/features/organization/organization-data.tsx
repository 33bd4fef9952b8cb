import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOrganizationExport } from '../../lib/personal-data.ts';
import { Button } from '../../ui/button.tsx';
import { ExportState } from '../../ui/export-state.tsx';

/** Everything that Earshot holds of the organization, as a file. */
export function OrganizationData() {
  const { t } = useTranslation();
  const { start, job, isUnderWay } = useOrganizationExport();
  return (
    <section className="card organization-data">
      <h2>{t('personalData.title')}</h2>
      <p>{t('personalData.organizationLead')}</p>
      <div>
        <Button icon={FileDown} busy={isUnderWay} onClick={() => start.mutate()}>
          {t('personalData.exportAll')}
        </Button>
      </div>
      <ExportState start={start} job={job} />
    </section>
  );
}
