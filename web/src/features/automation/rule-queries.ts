import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import {
  CreateRule,
  DeleteRule,
  DisableRule,
  EnableRule,
  ListRules,
  ReorderRules,
  type Rule,
  type RuleDraft,
  UpdateRule,
} from './operations.ts';

export function useRules() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.rules],
    queryFn: ({ signal }) => api.call(ListRules, { signal }),
    select: (page) => page.items,
  });
}

/** Creates a rule, or replaces the given one. */
export function useSaveRule(rule: Rule | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (body: RuleDraft) =>
      rule
        ? api.call(UpdateRule, { params: { ruleId: rule.ruleId }, body, ifMatch: rule.version })
        : api.call(CreateRule, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [QueryKeys.rules] }),
  });
}

export function useRuleActions({ ruleId }: Pick<Rule, 'ruleId'>) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { ruleId };
  const onSettled = () => queries.invalidateQueries({ queryKey: [QueryKeys.rules] });
  const turn = useMutation({
    mutationFn: (on: boolean) => (on ? api.call(EnableRule, { params }) : api.call(DisableRule, { params })),
    onSettled,
  });
  const remove = useMutation({ mutationFn: () => api.call(DeleteRule, { params }), onSettled });
  return { turn, remove };
}

/** Sets the order of the rules that are switched on; shown at once, taken back when it is refused. */
export function useReorderRules() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ruleIds: string[]) => api.call(ReorderRules, { body: { ruleIds } }),
    onSettled: () => queries.invalidateQueries({ queryKey: [QueryKeys.rules] }),
  });
}
