import { createContext, use } from 'react';
import type { LiveStatus } from '../../lib/live-stream.ts';
import type { LiveEvent } from './live-events.ts';

export interface Live {
  status: LiveStatus;
  /** Newest first. */
  updates: readonly LiveEvent[];
  /** How many of them came since the list was last looked at. */
  unseen: number;
  markSeen(): void;
}

export const LiveContext = createContext<Live>({
  status: 'connecting',
  updates: [],
  unseen: 0,
  markSeen: () => undefined,
});

export const useLive = (): Live => use(LiveContext);
