import { useCallback, useMemo, useState } from 'react';

/** Which rows of the list are ticked; what leaves the list is no longer ticked. */
export interface Selection {
  ids: readonly string[];
  has(id: string): boolean;
  toggle(id: string): void;
  selectAll(): void;
  clear(): void;
}

/** As many as one call takes. */
const MostSelected = 100;

export function useSelection(listed: readonly string[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ids = useMemo(() => listed.filter((id) => ticked.has(id)), [listed, ticked]);
  const toggle = useCallback((id: string) => {
    setTicked((current) => {
      const next = new Set(current);
      if (!next.delete(id) && next.size < MostSelected) next.add(id);
      return next;
    });
  }, []);
  const selectAll = useCallback(() => setTicked(new Set(listed.slice(0, MostSelected))), [listed]);
  const clear = useCallback(() => setTicked(new Set()), []);
  return { ids, has: (id) => ticked.has(id), toggle, selectAll, clear };
}
