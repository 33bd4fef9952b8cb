import { derivedId } from '../kernel/ids.ts';
import type { Article } from './article.ts';
import { normaliseText } from './normalise-text.ts';
import { publisherDomain } from './normalise-url.ts';
import type { ArticleKey } from './ports.ts';
import type { Suggestion } from './suggestion.ts';

/** Shorter titles and excerpts say too little to tell copies from articles about the same event. */
const FewestTitleWords = 4;
const FewestExcerptWords = 12;
/** Editors cut and adapt agency texts, above all at their end. */
const LeastShared = 0.7;
const WordsPerShingle = 3;

/** What copies of one text are looked up by within a campaign; null where the title says too little. */
export function copyKey({ title }: Pick<Article, 'title'>): ArticleKey | null {
  const words = wordsOf(title);
  return words.length < FewestTitleWords ? null : `copy ${words.join(' ')}`;
}

/** PM-08: two publishers' articles are copies of one text if the titles are the same and the excerpts nearly so. */
export function isCopyOf(
  original: Pick<Suggestion, 'title' | 'excerpt' | 'articleUrl' | 'normalizedUrl'>,
  article: Pick<Article, 'title' | 'excerpt' | 'publisherDomain'>,
): boolean {
  // The address of an article that only an aggregator has reported is the aggregator's.
  const publisher = original.normalizedUrl === null ? null : publisherDomain(original.articleUrl);
  if (publisher === null || article.publisherDomain === null) return false;
  if (publisher === article.publisherDomain) return false;
  if (wordsOf(original.title).join(' ') !== wordsOf(article.title).join(' ')) return false;
  const [one, other] = [wordsOf(original.excerpt), wordsOf(article.excerpt)];
  const length = Math.min(one.length, other.length);
  if (length < FewestExcerptWords) return false;
  return sharedShare(shingles(one.slice(0, length)), shingles(other.slice(0, length))) >= LeastShared;
}

/** All copies of a text carry the id that follows from the one that was found first. */
export function syndicationGroupOf(
  original: Pick<Suggestion, 'suggestionId' | 'syndicationGroupId'>,
): string {
  return original.syndicationGroupId ?? derivedId('syn', original.suggestionId);
}

function wordsOf(text: string): string[] {
  return normaliseText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function shingles(words: readonly string[]): Set<string> {
  return new Set(
    words
      .slice(0, words.length - WordsPerShingle + 1)
      .map((_, index) => words.slice(index, index + WordsPerShingle).join(' ')),
  );
}

function sharedShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((shingle) => other.has(shingle)).length;
  return shared / Math.max(1, Math.min(one.size, other.size));
}
