import { CloudOff, type LucideIcon, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../lib/error-text.ts';
import { Button } from './button.tsx';
import './state-message.css';

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** What to do first. */
  children: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="state-message">
      <span className="state-message-icon">
        <Icon size={26} strokeWidth={1.7} aria-hidden="true" />
      </span>
      <h2>{title}</h2>
      <p>{children}</p>
      {action && <div className="state-message-action">{action}</div>}
    </div>
  );
}

interface ErrorStateProps {
  error: unknown;
  onRetry(): void;
}

export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  const text = useErrorText();
  const { title, advice, requestId } = text(error);
  return (
    <div className="state-message" role="alert">
      <span className="state-message-icon" data-tone="red">
        <CloudOff size={26} strokeWidth={1.7} aria-hidden="true" />
      </span>
      <h2>{title}</h2>
      <p>{advice}</p>
      <div className="state-message-action">
        <Button icon={RotateCw} onClick={onRetry}>
          {t('action.retry')}
        </Button>
      </div>
      {requestId && <p className="state-message-id">{t('error.requestId', { requestId })}</p>}
    </div>
  );
}
