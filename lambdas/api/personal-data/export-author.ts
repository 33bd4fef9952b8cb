import { ExportAuthor } from '../../../shared/contract/api/personal-data.ts';
import { type StartDeps, startAuthorExport } from '../../../shared/core/personal-data/export-data.ts';
import { route } from '../../../shared/runtime/route.ts';

export const exportAuthor = (deps: StartDeps) =>
  route(ExportAuthor, ({ context, body, now }) => startAuthorExport(deps, context, body, now));
