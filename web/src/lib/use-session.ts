import { useSyncExternalStore } from 'react';
import { useServices } from './services.ts';
import type { Session } from './session.ts';

export function useSession(): Session | undefined {
  const { session } = useServices();
  return useSyncExternalStore(session.subscribe, session.current);
}
