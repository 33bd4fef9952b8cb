import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { ConnectionIndicator } from '../../features/live/connection-indicator.tsx';
import { UpdatesMenu } from '../../features/live/updates-menu.tsx';
import { useMe } from '../../lib/me.ts';
import { Logo } from '../../ui/logo.tsx';
import { Menu } from '../../ui/menu.tsx';
import { destinationGroups } from './destinations.ts';
import { ExternalLinks } from './external-links.tsx';
import { PersonMenu } from './person-menu.tsx';
import './navigation.css';

const all = destinationGroups.flatMap((group) => group.items);

export function Navigation() {
  const { data: me } = useMe();
  const { t } = useTranslation();
  return (
    <div className="navigation">
      <header className="navigation-head">
        <Logo size={30} />
        <div className="navigation-name">
          <strong>Earshot</strong>
          <span>{me?.organization?.name}</span>
        </div>
        <UpdatesMenu />
      </header>
      <nav aria-label={t('shell.navigation')}>
        {destinationGroups.map((group) => (
          <div key={group.title ?? 'first'} className="navigation-group">
            {group.title && <h2>{t(`shell.${group.title}`)}</h2>}
            <ul>
              {group.items.map(({ to, name, icon: Icon, onPhones }) => (
                <li key={to} data-on-phones={onPhones}>
                  <NavLink to={to} title={t(`shell.${name}`)}>
                    <Icon size={18} strokeWidth={1.9} aria-hidden="true" />
                    <span>{t(`shell.${name}`)}</span>
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div className="navigation-more">
          <Menu
            label={t('shell.more')}
            faceNamesIt
            opens="up"
            face={
              <>
                <Ellipsis size={18} aria-hidden="true" />
                <span>{t('shell.more')}</span>
              </>
            }
          >
            {all
              .filter((item) => !item.onPhones)
              .map(({ to, name, icon: Icon }) => (
                <NavLink key={to} to={to} className="menu-item">
                  <Icon size={17} aria-hidden="true" />
                  {t(`shell.${name}`)}
                </NavLink>
              ))}
            <ExternalLinks className="menu-item" />
          </Menu>
        </div>
      </nav>
      <footer className="navigation-foot">
        <ExternalLinks className="navigation-external" />
        <ConnectionIndicator />
        <PersonMenu />
      </footer>
    </div>
  );
}
