import { normaliseText } from './normalise-text.ts';
import { publisherDomain } from './normalise-url.ts';

/** The one host of the search; it has a slow rate of its own. */
export const GoogleNewsHost = 'news.google.com';

/**
 * The editions whose names do not follow `language` + `REGION`; `hl`, `gl` and `ceid` must agree,
 * or Google silently answers with another edition.
 */
const SpecialEditions: Record<string, { language: string; edition: string }> = {
  'pt-BR': { language: 'pt-BR', edition: 'BR:pt-419' },
  'pt-PT': { language: 'pt-PT', edition: 'PT:pt-150' },
  'es-MX': { language: 'es-419', edition: 'MX:es-419' },
  'es-AR': { language: 'es-419', edition: 'AR:es-419' },
};

/** PM-05: the search for any of the keywords, each as a phrase, in the edition of a locale such as `de-DE`. */
export function googleNewsSearchUrl(keywords: readonly string[], locale: string): string {
  const phrases = keywords.map((keyword) => `"${keyword.replaceAll('"', '').trim()}"`).join(' OR ');
  const [language = 'en', region = 'US'] = locale.split('-');
  const plain = { language: language === 'en' ? `en-${region}` : language, edition: `${region}:${language}` };
  const { language: hl, edition: ceid } = SpecialEditions[locale] ?? plain;
  const parameters = new URLSearchParams({ q: phrases, hl, gl: region, ceid });
  return `https://${GoogleNewsHost}/rss/search?${parameters}`;
}

/** The title without the publisher's name that Google puts behind it; other dashes in a title stay. */
export function titleWithoutPublisher(title: string, publisher: string): string {
  const suffix = ` - ${publisher}`;
  return publisher !== '' && title.endsWith(suffix) ? title.slice(0, -suffix.length) : title;
}

/** PM-08: what an article is recognised by when its own address is unknown: its publisher's domain and its title. */
export function storyKey(publisherUrl: string, title: string): string | null {
  const domain = publisherDomain(publisherUrl);
  const words = normaliseText(title);
  return domain === null || words === '' ? null : `${domain} ${words}`;
}
