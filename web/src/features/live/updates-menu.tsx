import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Menu } from '../../ui/menu.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useLive } from './live-context.ts';
import { type LiveEvent, pathOf } from './live-events.ts';
import './live.css';

/** The latest updates since the console was opened (UI-01). */
export function UpdatesMenu() {
  const { t } = useTranslation();
  const { updates, unseen, markSeen } = useLive();
  const label = unseen > 0 ? `${t('live.updates')} (${unseen})` : t('live.updates');
  return (
    <Menu
      label={label}
      className="updates-button"
      onOpen={markSeen}
      face={
        <>
          <Bell size={18} aria-hidden="true" />
          {unseen > 0 && <span className="updates-count figures">{Math.min(unseen, 99)}</span>}
        </>
      }
    >
      <h2 className="updates-title">{t('live.updates')}</h2>
      {updates.length === 0 && <p className="updates-none">{t('live.noUpdates')}</p>}
      <ul className="updates-list">
        {updates.map((event) => (
          <Update key={event.id} event={event} />
        ))}
      </ul>
    </Menu>
  );
}

function Update({ event }: { event: LiveEvent }) {
  const { t, i18n } = useTranslation();
  const key = `live.events.${event.type}`;
  const text = i18n.exists(key) ? (t as (key: string) => string)(key) : event.type;
  return (
    <li>
      <Link className="menu-item" to={pathOf(event) ?? '/inbox'}>
        <span>{text}</span>
        {event.at && <TimeText at={event.at} />}
      </Link>
    </li>
  );
}
