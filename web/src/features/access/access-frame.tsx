import { MessageCircleHeart, Newspaper, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../../ui/logo.tsx';
import './access-frame.css';

/** The two halves of every page before the console: what Earshot is, and the one form to fill in. */
export function AccessFrame({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className="access">
      <aside className="access-brand">
        <Waves />
        <p className="access-product">
          <Logo size={34} />
          Earshot
        </p>
        <p className="access-tagline">{t('access.tagline')}</p>
        <ul>
          <li>
            <MessageCircleHeart size={20} aria-hidden="true" />
            {t('access.point1')}
          </li>
          <li>
            <ShieldCheck size={20} aria-hidden="true" />
            {t('access.point2')}
          </li>
          <li>
            <Newspaper size={20} aria-hidden="true" />
            {t('access.point3')}
          </li>
        </ul>
      </aside>
      <main className="access-main">
        <div className="access-form">
          <h1>{title}</h1>
          {lead && <p className="access-lead">{lead}</p>}
          {children}
        </div>
      </main>
    </div>
  );
}

const radii = [90, 180, 270, 360, 450, 540, 630];

function Waves() {
  return (
    <svg className="access-waves" viewBox="0 0 640 640" aria-hidden="true">
      {radii.map((radius) => (
        <circle key={radius} cx="0" cy="640" r={radius} />
      ))}
    </svg>
  );
}
