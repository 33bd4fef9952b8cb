import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useJob } from '../../lib/jobs.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { usePages } from '../../lib/use-pages.ts';
import {
  type AutomationState,
  CreateTemplate,
  DeleteTemplate,
  DropHeldReplies,
  type ExecutionOutcome,
  GetAutomation,
  ListExecutions,
  PauseAutomation,
  SwitchDryRun,
  type TemplateDraft,
  UpdateTemplate,
} from './operations.ts';

/** The latest hundred are what people look at; older ones come on demand (UI-02). */
const PageSize = 100;

export function useAutomation() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.automation],
    queryFn: ({ signal }) => api.call(GetAutomation, { signal }),
  });
}

export function useAutomationSwitches() {
  const api = useApi();
  const queries = useQueryClient();
  const onSuccess = (state: AutomationState) => queries.setQueryData([QueryKeys.automation], state);
  const pause = useMutation({
    mutationFn: (paused: boolean) => api.call(PauseAutomation, { body: { paused } }),
    onSuccess,
  });
  const dryRun = useMutation({
    mutationFn: (on: boolean) => api.call(SwitchDryRun, { body: { dryRun: on } }),
    onSuccess,
  });
  return { pause, dryRun };
}

/** Hands everything that the pause holds to people, and follows that until it is done. */
export function useDropHeldReplies() {
  const api = useApi();
  const queries = useQueryClient();
  const drop = useMutation({ mutationFn: () => api.call(DropHeldReplies, {}) });
  const { data } = useJob(drop.data?.jobId, () => {
    void queries.invalidateQueries({ queryKey: [QueryKeys.automation] });
    void queries.invalidateQueries({ queryKey: [QueryKeys.interactions] });
  });
  return { drop, job: data ?? drop.data };
}

export function useExecutions(filter: { ruleId?: string; outcome?: ExecutionOutcome }) {
  const api = useApi();
  return usePages([QueryKeys.executions, filter], (cursor, signal) =>
    api.call(ListExecutions, { query: { ...filter, limit: PageSize, cursor }, signal }),
  );
}

export function useTemplateActions(template: { templateId: string; version: number } | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: [QueryKeys.templates] });
  const params = { templateId: template?.templateId ?? '' };
  const save = useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (body: TemplateDraft) =>
      template
        ? api.call(UpdateTemplate, { params, body, ifMatch: template.version })
        : api.call(CreateTemplate, { body }),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: () => api.call(DeleteTemplate, { params }), onSuccess });
  return { save, remove };
}
