import { createBrowserRouter, Navigate } from 'react-router';
import { AccountsPage } from '../features/accounts/accounts-page.tsx';
import { OrganizationPage } from '../features/organization/organization-page.tsx';
import { CrashPage } from './crash-page.tsx';
import { Gate } from './gate.tsx';
import { NotFoundPage } from './not-found-page.tsx';

export const router = createBrowserRouter([
  {
    element: <Gate />,
    errorElement: <CrashPage />,
    children: [
      { index: true, element: <Navigate to="/inbox" replace /> },
      { path: '/settings', element: <Navigate to="/settings/accounts" replace /> },
      { path: '/settings/accounts', element: <AccountsPage /> },
      { path: '/settings/organization', element: <OrganizationPage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
