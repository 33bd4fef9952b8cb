import './meter.css';

interface MeterProps {
  label: string;
  /** 0 to 100. */
  value: number;
  tone?: 'green' | 'amber' | 'grey' | 'red' | 'blue';
}

export function Meter({ label, value, tone = 'green' }: MeterProps) {
  const rounded = Math.round(value);
  return (
    <span className="meter" data-tone={tone} title={label}>
      <span className="visually-hidden">{label}: </span>
      <span className="meter-track" aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(100, Math.max(0, rounded))}%` }} />
      </span>
      <span className="figures">{rounded}</span>
    </span>
  );
}
