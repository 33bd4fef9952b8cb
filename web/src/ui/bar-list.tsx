import type { ReactNode } from 'react';
import './bar-list.css';

export interface Bar {
  key: string;
  label: ReactNode;
  /** What is drawn; the longest bar is the greatest value. */
  value: number;
  /** The figure as it is read; the value itself where nothing else is said. */
  text?: ReactNode;
}

interface BarListProps {
  title: string;
  bars: readonly Bar[];
  /** Said where there is nothing to compare. */
  empty: string;
}

/** Things beside each other by how much there is of each; the figures are text, so that the bars are decoration. */
export function BarList({ title, bars, empty }: BarListProps) {
  const greatest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <section className="card bar-list">
      <h2>{title}</h2>
      {bars.length === 0 && <p>{empty}</p>}
      <ul>
        {bars.map(({ key, label, value, text }) => (
          <li key={key}>
            <span className="bar-label">{label}</span>
            <span className="bar-figure">{text ?? value}</span>
            <span className="bar-track" aria-hidden="true">
              <span style={{ inlineSize: `${(value / greatest) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
