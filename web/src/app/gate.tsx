import { Outlet, useMatch } from 'react-router';
import { CreateOrganizationPage } from '../features/access/create-organization-page.tsx';
import { SignInPage } from '../features/access/sign-in-page.tsx';
import { LiveProvider } from '../features/live/live-provider.tsx';
import { useMe } from '../lib/me.ts';
import { useSession } from '../lib/use-session.ts';
import { ErrorState } from '../ui/state-message.tsx';
import { Shell } from './shell/shell.tsx';
import { StartingScreen } from './starting-screen.tsx';

/** Lets a person no further than they are: sign in, then join or name an organization, then the console. */
export function Gate() {
  const session = useSession();
  const isInvited = useMatch('/invitations/:token') !== null;
  return session ? <SignedIn isInvited={isInvited} /> : <SignInPage isInvited={isInvited} />;
}

function SignedIn({ isInvited }: { isInvited: boolean }) {
  const { data: me, error, refetch } = useMe();
  if (error && !me) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!me) return <StartingScreen />;
  if (isInvited) return <Outlet />;
  if (!me.organization) return <CreateOrganizationPage />;
  return (
    <LiveProvider>
      <Shell />
    </LiveProvider>
  );
}
