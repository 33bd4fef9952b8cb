import { ListUndoneReplies } from '../../../shared/contract/api/rules.ts';
import type { JobStore } from '../../../shared/core/activity/job-ports.ts';
import type { JobWorkStore } from '../../../shared/core/activity/job-work.ts';
import { undoneReplies } from '../../../shared/core/replies/undo-rule.ts';
import { route } from '../../../shared/runtime/route.ts';

interface Deps {
  jobs: Pick<JobStore, 'find'>;
  work: Pick<JobWorkStore, 'find' | 'findings'>;
}

export const listUndoneReplies = (deps: Deps) =>
  route(ListUndoneReplies, ({ context, params, query: { list, ...request } }) =>
    undoneReplies(deps, context, { ...params, list }, request),
  );
