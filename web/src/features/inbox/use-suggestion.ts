import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../lib/services.ts';
import { type Interaction, ReplyPrivately, SuggestReply } from './operations.ts';
import { useSettle } from './use-interaction.ts';

/** What the model proposes goes into the composer; only a person posts it (CM-16). */
export function useSuggestion({ interactionId }: Pick<Interaction, 'interactionId'>) {
  const api = useApi();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: () => api.call(SuggestReply, { params: { interactionId }, body: {} }),
  });
}

export function usePrivateReply({ interactionId }: Pick<Interaction, 'interactionId'>) {
  const api = useApi();
  const onSettled = useSettle(interactionId);
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (text: string) => api.call(ReplyPrivately, { params: { interactionId }, body: { text } }),
    onSettled,
  });
}
