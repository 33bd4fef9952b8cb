import { useTranslation } from 'react-i18next';
import { Logo } from '../ui/logo.tsx';
import './starting-screen.css';

export function StartingScreen() {
  const { t } = useTranslation();
  return (
    <div className="starting-screen" role="status">
      <Logo size={44} />
      <span className="visually-hidden">{t('state.loading')}</span>
    </div>
  );
}
