import { ExportClippingsWorkbook } from '../../../shared/contract/api/coverage.ts';
import { allClippings } from '../../../shared/core/coverage/all-clippings.ts';
import { clippingsDocument } from '../../../shared/core/coverage/coverage-document.ts';
import type { CoverageStore } from '../../../shared/core/coverage/ports.ts';
import { route } from '../../../shared/runtime/route.ts';
import { type TablesDeps, workbookReply } from './write-tables.ts';

export const exportClippingsWorkbook = (deps: TablesDeps & { coverage: CoverageStore }) =>
  route(ExportClippingsWorkbook, async ({ context, query }) => {
    const organization = await deps.organizations.get(context);
    const clippings = await allClippings(deps.coverage, context, query);
    return workbookReply(deps, clippingsDocument(clippings, organization), organization, 'clippings');
  });
