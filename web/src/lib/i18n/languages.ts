export const Languages = ['en', 'de', 'pt'] as const;
export type Language = (typeof Languages)[number];

/** Each in its own language, as people look for it. */
export const LanguageNames: Record<Language, string> = { en: 'English', de: 'Deutsch', pt: 'Português' };

/** The person's choice, else the first of the browser's languages that we speak. */
export function preferredLanguage(stored: string | null, browser: readonly string[]): Language {
  const wanted = [stored ?? '', ...browser].map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.flatMap((tag) => Languages.find((language) => language === tag) ?? [])[0] ?? 'en';
}
