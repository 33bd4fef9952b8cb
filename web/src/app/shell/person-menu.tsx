import { useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../../lib/i18n/i18n.ts';
import { type Language, LanguageNames, Languages } from '../../lib/i18n/languages.ts';
import { useServices } from '../../lib/services.ts';
import { Themes, useTheme } from '../../lib/theme.ts';
import { useSession } from '../../lib/use-session.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Menu } from '../../ui/menu.tsx';

const themeNames = {
  system: 'shell.themeSystem',
  light: 'shell.themeLight',
  dark: 'shell.themeDark',
} as const;

export function PersonMenu() {
  const { t, i18n } = useTranslation();
  const { session, cognito } = useServices();
  const queries = useQueryClient();
  const email = useSession()?.email ?? '';
  const [theme, setTheme] = useTheme();

  function signOut(): void {
    const refreshToken = session.current()?.refreshToken;
    session.end();
    queries.clear();
    // Signed out here even when Cognito cannot be told.
    if (refreshToken) cognito.revoke(refreshToken).catch(() => undefined);
  }

  return (
    <Menu
      label={t('shell.account')}
      faceNamesIt
      className="person-button"
      opens="up"
      face={
        <>
          <Avatar name={email} size={30} />
          <span className="visually-hidden">{t('shell.account')}</span>
          <span>{email}</span>
        </>
      }
    >
      <p className="person-email">{email}</p>
      <Choice
        legend={t('shell.theme')}
        value={theme}
        options={Themes.map((value) => ({ value, label: t(themeNames[value]) }))}
        onChange={setTheme}
      />
      <Choice
        legend={t('shell.language')}
        value={i18n.language as Language}
        options={Languages.map((value) => ({ value, label: LanguageNames[value] }))}
        onChange={(language) => void chooseLanguage(language)}
      />
      <hr className="menu-rule" />
      <button type="button" className="menu-item" onClick={signOut}>
        <LogOut size={17} aria-hidden="true" />
        {t('shell.signOut')}
      </button>
    </Menu>
  );
}
