import { type ReactNode, useEffect, useRef, useState } from 'react';
import './menu.css';

interface MenuProps {
  /** What the button shows. */
  face: ReactNode;
  label: string;
  /** The face is text that names the button well enough by itself. */
  faceNamesIt?: boolean;
  className?: string;
  children: ReactNode;
  /** Which side of the button the sheet opens towards. */
  opens?: 'up' | 'down';
  onOpen?(): void;
}

/** A button with a small sheet of controls: Escape, a click elsewhere, or leaving it by Tab closes it. */
export function Menu({ face, label, className, children, opens = 'down', faceNamesIt, onOpen }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    const close = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [open]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Escape of the controls inside.
    <div
      ref={root}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        root.current?.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        className={className}
        aria-expanded={open}
        aria-label={faceNamesIt ? undefined : label}
        title={label}
        onClick={() => {
          if (!open) onOpen?.();
          setOpen(!open);
        }}
      >
        {face}
      </button>
      {open && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a followed link closes the sheet; links have their own keys.
        // biome-ignore lint/a11y/noStaticElementInteractions: as above.
        <div
          className="menu-sheet"
          data-opens={opens}
          onClick={(event) => (event.target as Element).closest('a') && setOpen(false)}
        >
          {children}
        </div>
      )}
    </div>
  );
}
