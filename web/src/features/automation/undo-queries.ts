import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useJob } from '../../lib/jobs.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { usePages } from '../../lib/use-pages.ts';
import { ListUndone, UndoRule } from './operations.ts';

export function useUndo(ruleId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const start = useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (since: string) => api.call(UndoRule, { params: { ruleId }, body: { since } }),
  });
  const followed = useJob(start.data?.jobId, () => {
    for (const key of [QueryKeys.rules, QueryKeys.executions, QueryKeys.interactions]) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  });
  return { start, job: followed.data ?? start.data };
}

/** Replies that the platform would not take back. */
export function useUndone(ruleId: string, jobId: string) {
  const api = useApi();
  return usePages([QueryKeys.jobs, jobId, 'undone'], (cursor, signal) =>
    api.call(ListUndone, {
      params: { ruleId, jobId },
      query: { list: 'not_deleted', limit: 25, cursor },
      signal,
    }),
  );
}
