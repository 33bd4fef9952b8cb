import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import './button.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'small' | 'medium';
  icon?: LucideIcon;
  /** Work is under way: the button keeps its size and takes no second click. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = 'secondary',
  size = 'medium',
  icon: Icon,
  busy = false,
  children,
  ...rest
}: ButtonProps) {
  const { className, type, ...attributes } = rest;
  return (
    <button
      {...attributes}
      type={type ?? 'button'}
      className={`button ${className ?? ''}`}
      data-look={look}
      data-size={size}
      aria-busy={busy}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {Icon && <Icon size={size === 'small' ? 15 : 17} aria-hidden="true" />}
      {children && <span>{children}</span>}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  icon: LucideIcon;
  /** Says what the button does to those who do not see the icon; also its tooltip. */
  label: string;
}

export function IconButton({ label, look = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Button {...rest} look={look} aria-label={label} title={rest.title ?? label} className="button-icon" />
  );
}
