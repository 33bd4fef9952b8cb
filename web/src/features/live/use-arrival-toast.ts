import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useToast } from '../../ui/toast.tsx';
import { type LiveEvent, pathOf } from './live-events.ts';

/** A viral post must not fill the screen: what comes within this time is said together. */
const GatherMilliseconds = 1_500;

/** Tells in a toast that comments came in, with a way to the latest of them. */
export function useArrivalToast(): (event: LiveEvent) => void {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const arrived = useRef<LiveEvent[]>([]);

  return useCallback(
    (event) => {
      if (event.type !== 'interaction.created') return;
      arrived.current.push(event);
      if (arrived.current.length > 1) return;
      setTimeout(() => {
        const events = arrived.current.splice(0);
        const path = events.length === 1 ? pathOf(event) : '/inbox';
        toast({
          tone: 'info',
          text: t('live.newInteractions', { count: events.length }),
          ...(path && { action: { label: t('live.show'), run: () => void navigate(path) } }),
        });
      }, GatherMilliseconds);
    },
    [t, toast, navigate],
  );
}
