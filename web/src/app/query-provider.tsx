import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiError } from '../lib/api-error.ts';
import { useErrorText } from '../lib/error-text.ts';
import { useToast } from '../ui/toast.tsx';

const MostRetries = 2;
/** Live events tell what became stale; this only bounds what a lost event could leave behind. */
const StaleAfterMilliseconds = 30_000;

/** Only what may pass by itself is tried again: a lost connection and a server in trouble. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 500);
}

/** Every failed action says so in a toast, unless it is marked to show its error in place. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const toast = useToast();
  const errorText = useErrorText();
  const report = useRef<(error: unknown) => void>(() => undefined);
  useEffect(() => {
    report.current = (error) => {
      const { title, advice } = errorText(error);
      toast({ tone: 'error', text: `${title}. ${advice}` });
    };
  }, [toast, errorText]);

  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: StaleAfterMilliseconds,
            retry: (failures, error) => failures < MostRetries && mayPass(error),
          },
        },
        mutationCache: new MutationCache({
          onError: (error, _variables, _context, mutation) => {
            if (mutation.meta?.['errorShownInPlace'] !== true) report.current(error);
          },
        }),
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
