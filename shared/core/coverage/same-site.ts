import { publisherDomain } from './normalise-url.ts';

/** Whether two addresses belong to one publisher, as far as domains tell: `rss.paper.example` and `www.paper.example`. */
export function isSameSite(first: string, second: string): boolean {
  const [one, other] = [siteOf(first), siteOf(second)];
  return one !== null && one === other;
}

/** The last two labels: under endings such as `co.uk` this unites too much, which costs a name, never an article. */
function siteOf(address: string): string | null {
  return publisherDomain(address)?.split('.').slice(-2).join('.') ?? null;
}
