import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { followLiveStream, type LiveStatus, waitFor } from '../../lib/live-stream.ts';
import { useApi } from '../../lib/services.ts';
import { LiveContext } from './live-context.ts';
import { KeptUpdates, type LiveEvent, readLiveEvent, staleAfter } from './live-events.ts';
import { openEvents } from './open-events.ts';
import { useArrivalToast } from './use-arrival-toast.ts';

/** Events come in bursts; the lists are read again once per burst. */
const GatherMilliseconds = 400;

/** Follows the organization's events while the console is open and marks what they made stale. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const api = useApi();
  const queries = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>('connecting');
  const [updates, setUpdates] = useState<readonly LiveEvent[]>([]);
  const [unseen, setUnseen] = useState(0);
  const markStale = useStaleMarker();
  const announce = useArrivalToast();

  useEffect(() => {
    const ended = new AbortController();
    const onEvent = (event: LiveEvent) => {
      setUpdates((known) => [event, ...known].slice(0, KeptUpdates));
      setUnseen((count) => count + 1);
      markStale(event.type);
      announce(event);
    };
    void followLiveStream({
      signal: ended.signal,
      random: Math.random,
      wait: waitFor,
      onStatus: setStatus,
      onGap: () => void queries.invalidateQueries(),
      onEvent: (message) => {
        const event = readLiveEvent(message);
        if (event) onEvent(event);
      },
      open: (lastEventId, signal) => openEvents(api, lastEventId, signal, waitFor),
    });
    return () => ended.abort();
  }, [api, queries, markStale, announce]);

  const markSeen = useCallback(() => setUnseen(0), []);
  const live = useMemo(() => ({ status, updates, unseen, markSeen }), [status, updates, unseen, markSeen]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

function useStaleMarker(): (type: string) => void {
  const queries = useQueryClient();
  const gathered = useRef(new Set<string>());
  return useCallback(
    (type) => {
      if (gathered.current.size === 0) {
        setTimeout(() => {
          const keys = [...gathered.current];
          gathered.current.clear();
          for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
        }, GatherMilliseconds);
      }
      for (const key of staleAfter(type)) gathered.current.add(key);
    },
    [queries],
  );
}
