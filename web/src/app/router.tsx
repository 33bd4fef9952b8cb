import { createBrowserRouter, Navigate } from 'react-router';
import { InboxPage } from '../features/inbox/inbox-page.tsx';
import { CrashPage } from './crash-page.tsx';
import { Gate } from './gate.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { StartingScreen } from './starting-screen.tsx';

/** The inbox comes with the console, as people begin there; every other page is fetched when it is opened. */
export const router = createBrowserRouter([
  {
    element: <Gate />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <StartingScreen />,
    children: [
      { index: true, element: <Navigate to="/inbox" replace /> },
      { path: '/inbox/:interactionId?', element: <InboxPage /> },
      {
        path: '/messages/:conversationId?',
        lazy: {
          Component: async () => (await import('../features/messages/messages-page.tsx')).MessagesPage,
        },
      },
      {
        path: '/automation',
        lazy: {
          Component: async () => (await import('../features/automation/automation-page.tsx')).AutomationPage,
        },
      },
      {
        path: '/analytics',
        lazy: {
          Component: async () => (await import('../features/analytics/analytics-page.tsx')).AnalyticsPage,
        },
      },
      { path: '/press', element: <Navigate to="/press/suggestions" replace /> },
      {
        path: '/press/suggestions',
        lazy: {
          Component: async () => (await import('../features/press/suggestions-page.tsx')).SuggestionsPage,
        },
      },
      {
        path: '/press/clippings',
        lazy: { Component: async () => (await import('../features/press/clippings-page.tsx')).ClippingsPage },
      },
      {
        path: '/press/campaigns',
        lazy: { Component: async () => (await import('../features/press/campaigns-page.tsx')).CampaignsPage },
      },
      {
        path: '/press/campaigns/:campaignId',
        lazy: { Component: async () => (await import('../features/press/campaign-page.tsx')).CampaignPage },
      },
      {
        path: '/press/publications',
        lazy: {
          Component: async () => (await import('../features/press/publications-page.tsx')).PublicationsPage,
        },
      },
      {
        path: '/press/contacts',
        lazy: { Component: async () => (await import('../features/press/contacts-page.tsx')).ContactsPage },
      },
      {
        path: '/press/spam-patterns',
        lazy: {
          Component: async () => (await import('../features/press/spam-patterns-page.tsx')).SpamPatternsPage,
        },
      },
      {
        path: '/reports',
        lazy: { Component: async () => (await import('../features/reports/reports-page.tsx')).ReportsPage },
      },
      {
        path: '/invitations/:token',
        lazy: {
          Component: async () =>
            (await import('../features/access/accept-invitation-page.tsx')).AcceptInvitationPage,
        },
      },
      { path: '/settings', element: <Navigate to="/settings/accounts" replace /> },
      {
        path: '/settings/accounts',
        lazy: {
          Component: async () => (await import('../features/accounts/accounts-page.tsx')).AccountsPage,
        },
      },
      {
        path: '/settings/webhooks',
        lazy: {
          Component: async () => (await import('../features/webhooks/webhooks-page.tsx')).WebhooksPage,
        },
      },
      {
        path: '/settings/members',
        lazy: {
          Component: async () => (await import('../features/members/members-page.tsx')).MembersPage,
        },
      },
      {
        path: '/settings/organization',
        lazy: {
          Component: async () =>
            (await import('../features/organization/organization-page.tsx')).OrganizationPage,
        },
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
