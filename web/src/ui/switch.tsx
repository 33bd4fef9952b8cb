import './switch.css';

interface SwitchProps {
  checked: boolean;
  onChange(checked: boolean): void;
  /** Names what is switched; shown only when `showLabel`. */
  label: string;
  showLabel?: boolean;
  disabled?: boolean;
}

export function Switch({ checked, onChange, label, showLabel = false, disabled = false }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={checked}
      aria-label={showLabel ? undefined : label}
      disabled={disabled}
      onClick={() => onChange(!checked)}
    >
      <span className="switch-track" aria-hidden="true" />
      {showLabel && <span>{label}</span>}
    </button>
  );
}
