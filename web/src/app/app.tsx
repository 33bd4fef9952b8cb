import { RouterProvider } from 'react-router/dom';
import { type Services, ServicesProvider } from '../lib/services.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { QueryProvider } from './query-provider.tsx';
import { router } from './router.tsx';

export function App({ services }: { services: Services }) {
  return (
    <ServicesProvider value={services}>
      <ToastProvider>
        <QueryProvider>
          <RouterProvider router={router} />
        </QueryProvider>
      </ToastProvider>
    </ServicesProvider>
  );
}
