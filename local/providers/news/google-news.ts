import type { WorldRequest, WorldResponse } from '../provider.ts';
import { escapeXml } from './feed-formats.ts';
import { type Article, type NewsState, newestFirst } from './state.ts';

export const GoogleNewsHost = 'news.google.com';
/** A search answers with about a hundred items and does not say when there are more. */
const MostItems = 100;

/** The search of Google News: opaque links, titles that end with the publisher, the publisher's home as source. */
export function answerGoogleNews(state: NewsState, request: WorldRequest): WorldResponse {
  if (request.path !== '/rss/search') {
    // A redirect by script alone: the publisher's address cannot be read from it.
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return {
      status: 200,
      headers,
      body: '<!doctype html><title>Google News</title><script>/* redirects */</script>',
    };
  }
  const query = request.query.get('q') ?? '';
  const found = newestFirst(state.articles.all().filter((article) => matches(article, query)));
  const items = found.slice(0, MostItems).map((article) => searchItem(state, article));
  const body = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><generator>NFE/5.0</generator>
<title>${escapeXml(query)} - Google News</title><link>https://${GoogleNewsHost}/search?q=${encodeURIComponent(query)}</link>
<language>${request.query.get('hl') ?? 'en-US'}</language>
${items.join('\n')}
</channel></rss>`;
  return { status: 200, headers: { 'content-type': 'application/xml; charset=utf-8' }, body };
}

/** `"a phrase" OR "another"`: an article is found by any of the phrases, in its title or text. */
function matches({ title, summary }: Article, query: string): boolean {
  const phrases = query.split(/\s+OR\s+/).map((phrase) => phrase.replaceAll('"', '').trim().toLowerCase());
  const text = `${title} ${summary}`.toLowerCase();
  return phrases.some((phrase) => phrase !== '' && text.includes(phrase));
}

function searchItem(state: NewsState, article: Article): string {
  const { host } = new URL(article.url);
  const publisher = state.publishers.get(host)?.name ?? host;
  const id = `CBMi${Buffer.from(article.id).toString('base64url')}`;
  const link = `https://${GoogleNewsHost}/rss/articles/${id}?oc=5`;
  const description = `<a href="${link}" target="_blank">${escapeXml(article.title)}</a>&nbsp;&nbsp;<font color="#6f6f6f">${escapeXml(publisher)}</font>`;
  return `<item><title>${escapeXml(`${article.title} - ${publisher}`)}</title><link>${link}</link>
<guid isPermaLink="false">${id}</guid><pubDate>${new Date(article.publishedAt).toUTCString()}</pubDate>
<description>${escapeXml(description)}</description><source url="https://${host}">${escapeXml(publisher)}</source></item>`;
}
