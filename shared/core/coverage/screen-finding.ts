import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { articleKeys } from './decide-finding.ts';
import type { Finding } from './match-articles.ts';
import type { SpamPatternStore } from './ports.ts';
import { appliesTo, type CompileRegex, isSpamBy } from './spam-pattern.ts';

export interface ScreenFindingDeps {
  spamPatterns: Pick<SpamPatternStore, 'active' | 'countMatch'>;
  compileRegex: CompileRegex;
}

/** PM-12: whether a pattern keeps an article out before it becomes a suggestion; the first such pattern counts it. */
export async function isKeptOut(
  deps: ScreenFindingDeps,
  context: TenantContext,
  { article, watch }: Finding,
  now: Instant,
): Promise<boolean> {
  const patterns = await deps.spamPatterns.active(context);
  const pattern = patterns.find(
    (candidate) => appliesTo(candidate, watch.campaignId) && isSpamBy(candidate, article, deps.compileRegex),
  );
  if (!pattern) return false;
  await deps.spamPatterns.countMatch(context, {
    patternId: pattern.patternId,
    campaignId: watch.campaignId,
    keys: articleKeys(article),
    hasAddress: article.normalizedUrl !== null,
    now,
  });
  return true;
}
