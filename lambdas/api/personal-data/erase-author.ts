import { EraseAuthor } from '../../../shared/contract/api/personal-data.ts';
import { startAuthorErasure } from '../../../shared/core/personal-data/erase-author.ts';
import type { StartDeps } from '../../../shared/core/personal-data/export-data.ts';
import { route } from '../../../shared/runtime/route.ts';

export const eraseAuthor = (deps: StartDeps) =>
  route(EraseAuthor, ({ context, body, now }) => startAuthorErasure(deps, context, body, now));
