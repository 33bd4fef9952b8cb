import { useEffect, useEffectEvent } from 'react';

export type InboxKey = 'j' | 'k' | 'enter' | 'r' | 'e' | 'u' | '/' | '?';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], dialog') !== null
  );
}

/** Single keys act only while nobody is typing and no dialog is open. */
export function useListKeys(handlers: Partial<Record<InboxKey, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const handler = handlers[event.key.toLowerCase() as InboxKey];
    // Enter belongs to whatever control has the focus.
    const isTaken = event.key === 'Enter' && (event.target as HTMLElement).closest('a, button') !== null;
    if (!handler || isTaken) return;
    event.preventDefault();
    handler();
  });

  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
