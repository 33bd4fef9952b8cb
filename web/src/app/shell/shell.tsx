import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { Navigation } from './navigation.tsx';
import './shell.css';

export function Shell() {
  const { t } = useTranslation();
  return (
    <div className="shell">
      <a className="shell-skip" href="#content">
        {t('shell.skip')}
      </a>
      <Navigation />
      <main id="content" className="shell-content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
