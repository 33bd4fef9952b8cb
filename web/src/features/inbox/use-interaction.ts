import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import {
  type AnsweredInteraction,
  GetContent,
  GetInteraction,
  GetTimeline,
  type Interaction,
  type InteractionChanges,
  ListExecutions,
  ReplyToInteraction,
  UpdateInteraction,
} from './operations.ts';

export function useInteraction(interactionId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.interaction, interactionId],
    queryFn: ({ signal }) => api.call(GetInteraction, { params: { interactionId }, signal }),
  });
}

/** What it was said about; nothing where there is nothing, as with direct messages. */
export function useContent({ interactionId, contentId }: Pick<Interaction, 'interactionId' | 'contentId'>) {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.content, contentId],
    queryFn: ({ signal }) => api.call(GetContent, { params: { interactionId }, signal }),
    enabled: contentId !== null,
  });
}

export function useTimeline(interactionId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.interaction, interactionId, 'timeline'],
    queryFn: ({ signal }) => api.call(GetTimeline, { params: { interactionId }, signal }),
    select: (page) => page.items,
  });
}

/** Which rules were considered for it, and what kept each from matching. */
export function useTraces(interactionId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.interaction, interactionId, 'executions'],
    queryFn: ({ signal }) => api.call(ListExecutions, { query: { interactionId, limit: 10 }, signal }),
    select: (page) => page.items[0]?.trace ?? [],
  });
}

export interface InteractionActions {
  change(changes: InteractionChanges, onDone?: () => void): void;
}

/** Changes are shown at once where they are the team's own, and taken back when they are refused. */
export function useInteractionActions({
  interactionId,
}: Pick<Interaction, 'interactionId'>): InteractionActions {
  const api = useApi();
  const settle = useSettle(interactionId);
  const queries = useQueryClient();
  const key = [QueryKeys.interaction, interactionId];
  const { mutate } = useMutation({
    mutationFn: (body: InteractionChanges) =>
      api.call(UpdateInteraction, { params: { interactionId }, body }),
    onMutate: (changes) => {
      const before = queries.getQueryData<Interaction>(key);
      if (before) queries.setQueryData(key, { ...before, ...changes });
      return { before };
    },
    onError: (_error, _changes, context) => queries.setQueryData(key, context?.before),
    onSettled: settle,
  });
  const change = useCallback(
    (changes: InteractionChanges, onDone?: () => void) =>
      mutate(changes, onDone ? { onSuccess: () => onDone() } : undefined),
    [mutate],
  );
  return { change };
}

/** `onSent` is called even when the composer has gone by then, as an answered comment takes no second reply. */
export function useReply(
  { interactionId }: Pick<Interaction, 'interactionId'>,
  onSent: (interaction: AnsweredInteraction) => void,
) {
  const api = useApi();
  const settle = useSettle(interactionId);
  return useMutation({
    onSuccess: onSent,
    mutationFn: (text: string) => api.call(ReplyToInteraction, { params: { interactionId }, body: { text } }),
    onSettled: settle,
  });
}

export function useSettle(interactionId: string): () => Promise<unknown> {
  const queries = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: [QueryKeys.interaction, interactionId] }),
        queries.invalidateQueries({ queryKey: [QueryKeys.interactions] }),
      ]),
    [queries, interactionId],
  );
}
