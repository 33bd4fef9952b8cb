import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, preferredLanguage } from './languages.ts';
import { en } from './locales/en.ts';

const StorageKey = 'earshot.language';

/** English comes with the console, as it also stands in for a missing text; the others are fetched when chosen. */
const loaders = {
  en: async () => en,
  de: async () => (await import('./locales/de.ts')).de,
  pt: async () => (await import('./locales/pt.ts')).pt,
};

export async function startTranslations(): Promise<void> {
  const language = preferredLanguage(localStorage.getItem(StorageKey), navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, [language]: { translation: await loaders[language]() } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(StorageKey, language);
  i18next.addResourceBundle(language, 'translation', await loaders[language]());
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
