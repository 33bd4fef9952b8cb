import type { ReactNode } from 'react';
import './key-figures.css';

export interface KeyFigure {
  label: string;
  value: ReactNode;
  /** How it compares, in words. */
  note?: ReactNode;
}

/** The few figures that sum up a page. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <dl className="key-figures">
      {figures.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong>
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
