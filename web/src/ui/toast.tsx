import { AlertTriangle, Check, Info, X } from 'lucide-react';
import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import './toast.css';

export interface Toast {
  tone: 'info' | 'done' | 'error';
  text: string;
  action?: { label: string; run(): void } | undefined;
}

type ShowToast = (toast: Toast) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

/** Errors stay longer: they have to be read, not only noticed. */
const VisibleMilliseconds = { info: 6_000, done: 4_500, error: 10_000 };
const MostAtOnce = 3;
const icons = { info: Info, done: Check, error: AlertTriangle };

export const useToast = (): ShowToast => use(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [toasts, setToasts] = useState<(Toast & { key: number })[]>([]);
  const nextKey = useRef(0);

  const dismiss = useCallback((key: number) => {
    setToasts((shown) => shown.filter((toast) => toast.key !== key));
  }, []);

  const show = useCallback<ShowToast>(
    (toast) => {
      nextKey.current += 1;
      const key = nextKey.current;
      setToasts((shown) => [...shown, { ...toast, key }].slice(-MostAtOnce));
      setTimeout(() => dismiss(key), VisibleMilliseconds[toast.tone]);
    },
    [dismiss],
  );

  const list = useMemo(() => toasts.map((toast) => ({ ...toast, Icon: icons[toast.tone] })), [toasts]);

  return (
    <ToastContext value={show}>
      {children}
      <section className="toasts" aria-live="polite" aria-label={t('shell.notices')}>
        {list.map(({ key, tone, text, action, Icon }) => (
          <div key={key} className="toast" data-tone={tone}>
            <Icon size={17} aria-hidden="true" />
            <p>{text}</p>
            {action && (
              <button
                type="button"
                className="toast-action"
                onClick={() => {
                  action.run();
                  dismiss(key);
                }}
              >
                {action.label}
              </button>
            )}
            <IconButton icon={X} label={t('action.dismiss')} size="small" onClick={() => dismiss(key)} />
          </div>
        ))}
      </section>
    </ToastContext>
  );
}
