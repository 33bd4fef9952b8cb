import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './badge.css';

export type Tone = 'grey' | 'green' | 'blue' | 'amber' | 'red' | 'plum' | 'accent' | 'signal';

interface BadgeProps {
  tone?: Tone | undefined;
  icon?: LucideIcon | undefined;
  title?: string;
  children: ReactNode;
}

export function Badge({ tone = 'grey', icon: Icon, title, children }: BadgeProps) {
  return (
    <span className="badge" data-tone={tone} title={title}>
      {Icon && <Icon size={13} aria-hidden="true" />}
      {children}
    </span>
  );
}
