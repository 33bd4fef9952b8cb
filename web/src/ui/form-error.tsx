import type { ReactNode } from 'react';
import './form-error.css';

/** Why a form was refused, and what to do, next to its button. */
export function FormError({ children }: { children: ReactNode }) {
  return (
    <p className="form-error" role="alert">
      {children}
    </p>
  );
}
