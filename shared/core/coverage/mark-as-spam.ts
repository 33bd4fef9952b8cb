import { AppError, notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { createSpamPattern, type SpamPatternDeps } from './change-spam-patterns.ts';
import type { Clipping } from './clipping.ts';
import { publisherDomain } from './normalise-url.ts';
import { markClippingAsSpam, markSuggestionAsSpam, type ReviewDeps } from './review-suggestion.ts';
import type { SpamPatternScope, SpamPatternType } from './spam-pattern.ts';
import type { Suggestion } from './suggestion.ts';

export type MarkAsSpamDeps = ReviewDeps & SpamPatternDeps;

/** What shall be kept out from now on, beside the article that is marked. */
export interface FutureSpam {
  type: SpamPatternType;
  /** Words to look for; a domain or outlet is the article's own if left out. */
  text: string | undefined;
  scope: SpamPatternScope;
}

interface Marked {
  campaignId: string;
  title: string;
  domain: string | null;
  outlet: string;
}

/** PM-11, PM-12: marks a suggestion, and keeps its like out from now on if that is wanted. */
export async function markSuggestion(
  deps: MarkAsSpamDeps,
  context: TenantContext,
  suggestionId: string,
  future: FutureSpam | undefined,
  now: Instant,
): Promise<Suggestion> {
  if (!future) return markSuggestionAsSpam(deps, context, suggestionId, null, now);
  const suggestion = await deps.coverage.suggestion(context, suggestionId);
  if (!suggestion) throw notFound('The suggestion');
  const source = suggestion.sources.find(({ isPublisher }) => isPublisher) ?? suggestion.sources[0];
  const marked = {
    campaignId: suggestion.campaignId,
    title: suggestion.title,
    // Without an address of its own the article's link is the aggregator's.
    domain: suggestion.normalizedUrl === null ? null : publisherDomain(suggestion.articleUrl),
    outlet: source?.outlet ?? '',
  };
  return withPattern(deps, context, marked, future, now, (patternId) =>
    markSuggestionAsSpam(deps, context, suggestionId, patternId, now),
  );
}

/** PM-11, PM-12: the same for a clipping. */
export async function markClipping(
  deps: MarkAsSpamDeps,
  context: TenantContext,
  clippingId: string,
  future: FutureSpam | undefined,
  now: Instant,
): Promise<Clipping> {
  if (!future) return markClippingAsSpam(deps, context, clippingId, null, now);
  const clipping = await deps.coverage.clipping(context, clippingId);
  if (!clipping) throw notFound('The clipping');
  const { campaignId, title, outlet, url } = clipping;
  const marked = { campaignId, title, outlet, domain: url && publisherDomain(url) };
  return withPattern(deps, context, marked, future, now, (patternId) =>
    markClippingAsSpam(deps, context, clippingId, patternId, now),
  );
}

/** A pattern that is refused keeps the article unmarked; an article that cannot be marked leaves no pattern. */
async function withPattern<T>(
  deps: MarkAsSpamDeps,
  context: TenantContext,
  marked: Marked,
  future: FutureSpam,
  now: Instant,
  mark: (patternId: string) => Promise<T>,
): Promise<T> {
  const created = await createSpamPattern(
    deps,
    context,
    {
      type: future.type,
      pattern: future.text ?? ownText(future.type, marked),
      isRegex: false,
      scope: future.scope,
      campaignId: future.scope === 'campaign' ? marked.campaignId : null,
      isActive: true,
      description: `Made when “${marked.title}” was marked as spam.`.slice(0, 500),
    },
    now,
  );
  try {
    return await mark(created.patternId);
  } catch (error) {
    await deps.spamPatterns.delete(context, created.patternId);
    throw error;
  }
}

function ownText(type: SpamPatternType, { domain, outlet }: Marked): string {
  const text = type === 'url_domain' ? domain : type === 'outlet_name' ? outlet : '';
  if (text) return text;
  throw new AppError('invalid', 'pattern_text_missing', 'Say which words or which domain to keep out.');
}
