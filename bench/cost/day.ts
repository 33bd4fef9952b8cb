import type { CapturedInteraction } from '../../shared/core/interactions/captured-interaction.ts';
import type { Sighting } from '../../shared/core/interactions/sighting.ts';
import { toInstant } from '../../shared/core/kernel/time.ts';
import { Kinds, someName, someText } from './comment-texts.ts';
import { type SimulatedAccount, type SimulatedOrganization, type Size, Sizes } from './organizations.ts';
import type { Chance } from './random.ts';

const Minute = 60_000;
const Hour = 60 * Minute;
const SyncEvery = 15 * Minute;

/** How often what was seen is seen again, and how often it changes. */
const Shares = { redelivered: 0.04, readAgain: 0.2, newCounts: 0.05, edited: 0.01, removed: 0.005 };

/** Sightings that reach the intake queue at one moment, sent together. */
export interface Delivery {
  at: number;
  organization: SimulatedOrganization;
  sightings: Sighting[];
}

export interface Day {
  deliveries: Delivery[];
  /** Each comment once, as it was first seen. */
  comments: { organization: SimulatedOrganization; captured: CapturedInteraction }[];
}

/** One day: comments gather below posts after they appear, and come by webhook one by one, or with a sync pass together. */
export function someDay(
  organizations: readonly SimulatedOrganization[],
  count: number,
  start: string,
  chance: Chance,
): Day {
  const bySize = Map.groupBy(organizations, ({ size }) => size);
  const shares = Object.fromEntries(
    [...bySize.keys()].map((size) => [size, Sizes[size].shareOfComments]),
  ) as Record<Size, number>;
  const day: Day = { deliveries: [], comments: [] };
  const passes = new Map<string, Delivery>();
  for (let index = 0; index < count; index += 1) {
    const organization = chance.one(bySize.get(chance.weighted(shares)) ?? []);
    const account = chance.one(organization.accounts);
    addComment({ day, passes, organization, account, chance, start: Date.parse(start) });
  }
  day.deliveries.push(...passes.values());
  return day;
}

interface Surroundings {
  day: Day;
  passes: Map<string, Delivery>;
  organization: SimulatedOrganization;
  account: SimulatedAccount;
  chance: Chance;
  start: number;
}

function addComment(surroundings: Surroundings): void {
  const { day, organization, account, chance } = surroundings;
  const comesByWebhook = account.provider !== 'youtube';
  const { captured, saidAt } = someComment(surroundings);
  const seen = (overrides: Partial<CapturedInteraction> = {}): Sighting => ({
    kind: 'seen',
    interaction: { ...captured, ...overrides },
  });
  const byWebhook = (at: number, sighting: Sighting) =>
    day.deliveries.push({ at, organization, sightings: [sighting] });
  const bySync = (after: number, overrides: Partial<CapturedInteraction> = {}) => {
    const pass = nextPass(surroundings, after);
    pass.sightings.push(seen({ source: 'sync', capturedAt: toInstant(pass.at), ...overrides }));
    return pass.at;
  };
  const firstAt = comesByWebhook ? saidAt + chance.between(1_000, 3_000) : bySync(saidAt);
  day.comments.push({ organization, captured });
  if (comesByWebhook) {
    byWebhook(firstAt, seen());
    if (chance.happens(Shares.redelivered)) byWebhook(firstAt + chance.between(500, Minute), seen());
    if (chance.happens(Shares.readAgain)) bySync(firstAt);
  }
  if (chance.happens(Shares.newCounts)) bySync(firstAt + chance.between(Minute, Hour), { likeCount: 3 });
  if (chance.happens(Shares.edited)) {
    const at = firstAt + chance.between(Minute, 30 * Minute);
    byWebhook(at, seen({ text: `${captured.text} (edited)`, capturedAt: toInstant(at) }));
  }
  if (chance.happens(Shares.removed)) {
    const { provider, accountId, externalId } = captured;
    const at = firstAt + chance.between(Minute, Hour);
    byWebhook(at, {
      kind: 'removed',
      removal: { provider, accountId, externalId, removedAt: toInstant(at) },
    });
  }
}

/** The pass over an account that comes next: every 15 minutes, each account at a moment of its own. */
function nextPass({ passes, organization, account, start }: Surroundings, after: number): Delivery {
  const offset = (Number(account.ownerExternalId.slice(-6)) / 1_000_000) * SyncEvery;
  const at = start + offset + Math.ceil((after - start - offset) / SyncEvery) * SyncEvery;
  const key = `${account.accountId}@${at}`;
  const pass = passes.get(key) ?? { at, organization, sightings: [] };
  passes.set(key, pass);
  return pass;
}

function someComment({ account, chance }: Surroundings): { captured: CapturedInteraction; saidAt: number } {
  const post = chance.one(account.posts);
  const saidAt = Math.round(Date.parse(post.postedAt) + chance.exponential(2 * Hour));
  const kind = chance.weighted(Kinds);
  const isFromOwner = kind === 'own';
  return {
    saidAt,
    captured: {
      provider: account.provider,
      accountId: account.accountId,
      externalId: `${post.externalId.split('_')[1]}_${chance.digits(16)}`,
      kind: chance.happens(0.1) ? 'reply' : 'comment',
      contentExternalId: post.externalId,
      parentExternalId: null,
      author: {
        externalId: isFromOwner ? account.ownerExternalId : chance.digits(17),
        name: isFromOwner ? 'Bean Bar' : someName(chance),
        avatarUrl: null,
        followers: null,
        verified: null,
      },
      isFromOwner,
      text: someText(kind, chance),
      attachments: [],
      permalink: null,
      likeCount: 0,
      replyCount: 0,
      isHidden: false,
      commentedAt: toInstant(saidAt - (saidAt % 1_000)),
      capturedAt: toInstant(saidAt + 2_000),
      source: account.provider === 'youtube' ? 'sync' : 'webhook',
    },
  };
}
