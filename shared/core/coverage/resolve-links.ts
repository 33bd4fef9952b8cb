import type { Instant } from '../kernel/time.ts';
import type { Article } from './article.ts';
import type { Finding } from './match-articles.ts';
import { normaliseUrl, publisherDomain } from './normalise-url.ts';

/** Where an aggregator's link leads, as far as redirects tell; what was found out once is kept. */
export interface LinkResolver {
  /** Undefined: never followed; null: it leads to no publisher. */
  known(url: string): Promise<string | null | undefined>;
  /** `refused`: the aggregator wants no more questions for now. */
  follow(url: string): Promise<{ kind: 'led'; target: string } | { kind: 'nowhere' } | { kind: 'refused' }>;
  remember(url: string, target: string | null, now: Instant): Promise<void>;
}

export interface ResolveLinksDeps {
  /** Null: links are not followed, which is the default. */
  linkResolver: LinkResolver | null;
  pause(milliseconds: number): Promise<void>;
  now(): Instant;
}

/** Google publishes no limit; one question a second was never seen to be refused. */
const PauseMilliseconds = 1_000;

/**
 * PM-08: gives articles of an aggregator their own address where its links tell it. An address of another publisher than
 * the one that the aggregator names is not believed: two articles would become one.
 */
export async function withResolvedLinks(
  deps: ResolveLinksDeps,
  findings: readonly Finding[],
): Promise<Finding[]> {
  const { linkResolver } = deps;
  if (!linkResolver) return [...findings];
  const links = new Set(
    findings.filter(({ article }) => article.normalizedUrl === null).map(({ article }) => article.url),
  );
  const targets = new Map<string, string>();
  let isRefused = false;
  for (const url of links) {
    let target = await linkResolver.known(url);
    if (target === undefined && !isRefused) {
      const followed = await linkResolver.follow(url);
      isRefused = followed.kind === 'refused';
      target = followed.kind === 'led' ? followed.target : null;
      if (!isRefused) await linkResolver.remember(url, target, deps.now());
      await deps.pause(PauseMilliseconds);
    }
    if (target) targets.set(url, target);
  }
  return findings.map((finding) => ({ ...finding, article: led(finding.article, targets) }));
}

function led(article: Article, targets: ReadonlyMap<string, string>): Article {
  const target = article.normalizedUrl === null ? targets.get(article.url) : undefined;
  if (target === undefined || publisherDomain(target) !== article.publisherDomain) return article;
  return { ...article, url: target, normalizedUrl: normaliseUrl(target) };
}
