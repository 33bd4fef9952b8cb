import { useRouteError } from 'react-router';
import { ErrorState } from '../ui/state-message.tsx';

/** Shown when a page itself breaks; loading again is the only sure way on. */
export function CrashPage() {
  const error = useRouteError();
  return <ErrorState error={error} onRetry={() => window.location.reload()} />;
}
