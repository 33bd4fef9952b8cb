import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../lib/services.ts';
import { DeleteInteraction, HideInteraction, type Interaction, LikeInteraction } from './operations.ts';
import { useSettle } from './use-interaction.ts';

/** Done on the platform first: what is shown changes when the platform has agreed. */
export function useModeration({ interactionId }: Pick<Interaction, 'interactionId'>, onDeleted?: () => void) {
  const api = useApi();
  const onSettled = useSettle(interactionId);
  const params = { interactionId };
  const hide = useMutation({
    mutationFn: (hidden: boolean) => api.call(HideInteraction, { params, body: { hidden } }),
    onSettled,
  });
  const like = useMutation({
    mutationFn: (liked: boolean) => api.call(LikeInteraction, { params, body: { liked } }),
    onSettled,
  });
  const remove = useMutation({
    // Here and not at the call: the button is gone before all is settled.
    onSuccess: () => onDeleted?.(),
    mutationFn: () => api.call(DeleteInteraction, { params }),
    onSettled,
  });
  return { hide, like, remove };
}
