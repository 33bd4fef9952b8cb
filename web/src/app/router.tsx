import { createBrowserRouter, Navigate } from 'react-router';
import { AccountsPage } from '../features/accounts/accounts-page.tsx';
import { AutomationPage } from '../features/automation/automation-page.tsx';
import { InboxPage } from '../features/inbox/inbox-page.tsx';
import { OrganizationPage } from '../features/organization/organization-page.tsx';
import { CampaignsPage } from '../features/press/campaigns-page.tsx';
import { ClippingsPage } from '../features/press/clippings-page.tsx';
import { PublicationsPage } from '../features/press/publications-page.tsx';
import { SuggestionsPage } from '../features/press/suggestions-page.tsx';
import { ReportsPage } from '../features/reports/reports-page.tsx';
import { CrashPage } from './crash-page.tsx';
import { Gate } from './gate.tsx';
import { NotFoundPage } from './not-found-page.tsx';

export const router = createBrowserRouter([
  {
    element: <Gate />,
    errorElement: <CrashPage />,
    children: [
      { index: true, element: <Navigate to="/inbox" replace /> },
      { path: '/inbox/:interactionId?', element: <InboxPage /> },
      { path: '/automation', element: <AutomationPage /> },
      { path: '/press', element: <Navigate to="/press/suggestions" replace /> },
      { path: '/press/suggestions', element: <SuggestionsPage /> },
      { path: '/press/clippings', element: <ClippingsPage /> },
      { path: '/press/campaigns', element: <CampaignsPage /> },
      { path: '/press/publications', element: <PublicationsPage /> },
      { path: '/reports', element: <ReportsPage /> },
      { path: '/settings', element: <Navigate to="/settings/accounts" replace /> },
      { path: '/settings/accounts', element: <AccountsPage /> },
      { path: '/settings/organization', element: <OrganizationPage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
