import { useCallback, useSyncExternalStore } from 'react';

export const Themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof Themes)[number];

const StorageKey = 'earshot.theme';
const listeners = new Set<() => void>();

function storedTheme(): Theme {
  const stored = localStorage.getItem(StorageKey);
  return Themes.find((theme) => theme === stored) ?? 'system';
}

/** Called before the first paint, so that a chosen theme does not flash. */
export function applyStoredTheme(): void {
  const theme = storedTheme();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, storedTheme);
  const choose = useCallback((next: Theme) => {
    localStorage.setItem(StorageKey, next);
    applyStoredTheme();
    for (const listener of listeners) listener();
  }, []);
  return [theme, choose];
}
