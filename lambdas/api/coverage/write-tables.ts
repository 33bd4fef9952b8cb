import type { Organization } from '../../../shared/core/organizations/organization.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import type { ReportDocument } from '../../../shared/core/reports/report-document.ts';
import { reportFormat } from '../../../shared/core/reports/report-format.ts';
import { reportTexts } from '../../../shared/core/reports/report-texts.ts';
import { type Reply, reply } from '../../../shared/runtime/route.ts';

export interface TablesDeps {
  organizations: Pick<OrganizationStore, 'get'>;
  writeWorkbook(
    document: ReportDocument,
    voice: {
      texts: ReturnType<typeof reportTexts>;
      format: ReturnType<typeof reportFormat>;
      comparedWith: string;
    },
  ): Promise<Uint8Array>;
}

/** A document as a spreadsheet to save, in the organization's language. */
export async function workbookReply(
  { writeWorkbook }: Pick<TablesDeps, 'writeWorkbook'>,
  document: ReportDocument,
  organization: Organization,
  fileName: string,
): Promise<Reply<Uint8Array>> {
  const { language } = organization;
  const voice = { texts: reportTexts(language), format: reportFormat(organization), comparedWith: '' };
  const bytes = await writeWorkbook(document, voice);
  return reply(bytes, { headers: { 'content-disposition': `attachment; filename="${fileName}.xlsx"` } });
}
