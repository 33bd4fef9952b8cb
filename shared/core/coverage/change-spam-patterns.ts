import { AppError, notFound } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { actorName } from './actor-name.ts';
import type { SpamPatternStore } from './ports.ts';
import { type CompileRegex, type SpamPattern, spamDomain } from './spam-pattern.ts';

export interface SpamPatternDeps {
  spamPatterns: SpamPatternStore;
  compileRegex: CompileRegex;
  newId: NewId;
}

export type NewSpamPattern = Pick<
  SpamPattern,
  'type' | 'pattern' | 'isRegex' | 'scope' | 'campaignId' | 'isActive' | 'description'
>;
export type SpamPatternPatch = {
  [K in 'pattern' | 'isRegex' | 'isActive' | 'description']?: SpamPattern[K] | undefined;
};

/** Every one of them is tried on every new article. */
const MostPatterns = 500;

/** @throws invalid `invalid_pattern`; conflict `too_many_patterns` */
export async function createSpamPattern(
  deps: SpamPatternDeps,
  context: TenantContext,
  given: NewSpamPattern,
  now: Instant,
): Promise<SpamPattern> {
  const pattern: SpamPattern = {
    ...readable(given, deps.compileRegex),
    patternId: deps.newId('spam'),
    timesMatched: 0,
    lastMatchedAt: null,
    createdBy: actorName(context),
    createdAt: now,
    version: 1,
  };
  if ((await deps.spamPatterns.count(context)) >= MostPatterns) {
    const message = `You have ${MostPatterns} spam patterns. Delete some that match nothing any more.`;
    throw new AppError('conflict', 'too_many_patterns', message);
  }
  await deps.spamPatterns.create(context, pattern);
  return pattern;
}

export async function updateSpamPattern(
  deps: SpamPatternDeps,
  context: TenantContext,
  patternId: string,
  patch: SpamPatternPatch,
  ifMatch: number | undefined,
): Promise<SpamPattern> {
  const before = await deps.spamPatterns.find(context, patternId);
  if (!before) throw notFound('The spam pattern');
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const { pattern, isRegex, isActive, description } = readable({ ...before, ...given }, deps.compileRegex);
  const changes = { pattern, isRegex, isActive, description };
  // What is checked is the whole pattern: another change in between must not slip past the check.
  return deps.spamPatterns.update(context, patternId, changes, ifMatch ?? before.version);
}

/** The pattern in the form in which it is kept, if it means anything. */
function readable<T extends Pick<SpamPattern, 'type' | 'pattern' | 'isRegex'>>(
  given: T,
  compile: CompileRegex,
): T {
  if (given.isRegex) {
    if (compile(given.pattern)) return given;
    const message = `${given.pattern} is no regular expression that Earshot can search for. Look-around and back-references are not possible.`;
    throw new AppError('invalid', 'invalid_pattern', message);
  }
  if (given.type !== 'url_domain') return given;
  const domain = spamDomain(given.pattern);
  if (domain !== null) return { ...given, pattern: domain };
  throw new AppError('invalid', 'invalid_pattern', `${given.pattern} is no domain, such as paper.example.`);
}
