import './progress.css';

interface ProgressProps {
  label: string;
  done: number;
  /** Absent while nobody knows how much it is. */
  of: number | undefined;
}

/** How far long work is; without an end in sight the bar only shows that it goes on. */
export function Progress({ label, done, of }: ProgressProps) {
  return (
    <div className="progress" role="status">
      <span>{label}</span>
      <progress aria-label={label} {...(of !== undefined && of > 1 && { value: done, max: of })} />
    </div>
  );
}
