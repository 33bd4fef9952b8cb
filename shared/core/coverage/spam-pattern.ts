import * as z from 'zod';
import type { Article } from './article.ts';
import { normaliseText } from './normalise-text.ts';
import { publisherDomain } from './normalise-url.ts';

export const SpamPatternType = z.enum(['url_domain', 'keyword_title', 'keyword_content', 'outlet_name']);
export type SpamPatternType = z.infer<typeof SpamPatternType>;

/** For every campaign of the organization, or for one. */
export const SpamPatternScope = z.enum(['global', 'campaign']);
export type SpamPatternScope = z.infer<typeof SpamPatternScope>;

/** What is never coverage (PM-12). */
export const SpamPattern = z.object({
  patternId: z.string(),
  type: SpamPatternType,
  /** A domain, words, or a regular expression; letter case never matters. */
  pattern: z.string().trim().min(2).max(200),
  isRegex: z.boolean(),
  scope: SpamPatternScope,
  /** Null for a global one. */
  campaignId: z.string().nullable(),
  isActive: z.boolean(),
  /** Articles that it kept out, each counted once per campaign. */
  timesMatched: z.int(),
  lastMatchedAt: z.string().nullable(),
  description: z.string().max(500),
  createdBy: z.string(),
  createdAt: z.string(),
  version: z.int(),
});
export type SpamPattern = z.infer<typeof SpamPattern>;

/** Compiles a regular expression that ignores case and searches in linear time; undefined when it is none. */
export type CompileRegex = (source: string) => ((text: string) => boolean) | undefined;

export type SpamSubject = Pick<Article, 'title' | 'text' | 'outlet' | 'publisherDomain'>;

export function appliesTo({ scope, campaignId }: SpamPattern, toCampaignId: string): boolean {
  return scope === 'global' || campaignId === toCampaignId;
}

/** PM-12: a domain means itself and what lies below it; words are found anywhere in the text that they are for. */
export function isSpamBy(
  { type, pattern, isRegex }: Pick<SpamPattern, 'type' | 'pattern' | 'isRegex'>,
  subject: SpamSubject,
  compile: CompileRegex,
): boolean {
  const text = textFor(type, subject);
  if (isRegex) return compile(pattern)?.(text) ?? false;
  if (type !== 'url_domain') return normaliseText(text).includes(normaliseText(pattern));
  const domain = spamDomain(pattern);
  return domain !== null && (text === domain || text.endsWith(`.${domain}`));
}

/** The domain that a person means, whether they wrote it bare, with a star or as an address. */
export function spamDomain(pattern: string): string | null {
  const bare = pattern.trim().replace(/^\*?\./, '');
  const domain = publisherDomain(/^https?:/i.test(bare) ? bare : `https://${bare}`);
  return domain !== null && /^[^.]+(\.[^.]+)+$/.test(domain) ? domain : null;
}

function textFor(type: SpamPatternType, subject: SpamSubject): string {
  if (type === 'keyword_title') return subject.title;
  if (type === 'keyword_content') return subject.text;
  return type === 'outlet_name' ? subject.outlet : (subject.publisherDomain ?? '');
}
