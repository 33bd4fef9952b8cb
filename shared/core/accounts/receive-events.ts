import type { AnnouncedKey } from '../content/ports.ts';
import type { CapturedInteraction, RemovedInteraction } from '../interactions/captured-interaction.ts';
import type { Instant } from '../kernel/time.ts';
import type { AssetOwner, PlatformAssetDirectory } from './ports.ts';
import type { Provider } from './social-account.ts';

/** Something happened on a connected asset, as a webhook told it: the organization is not known yet. */
export type PlatformEvent = {
  provider: Provider;
  assetExternalId: string;
  externalId: string;
} & (
  | { kind: 'seen'; interaction: Omit<CapturedInteraction, 'accountId'> }
  | { kind: 'removed'; removedAt: string }
  /** The platform names the place alone; what was said has to be read. */
  | { kind: 'announced'; contentExternalId: string; parentExternalId: string | null }
);

/** A message for intake. */
export type Capture =
  | { kind: 'seen'; organizationId: string; interaction: CapturedInteraction }
  | { kind: 'removed'; organizationId: string; removal: RemovedInteraction };

/** One provider's webhooks, with the secrets that were agreed with it. */
export interface WebhookReader {
  /** What proves to the provider that the address is ours; undefined where the provider does not prove itself. */
  answerChallenge(challenge: {
    mode: string;
    verifyToken: string;
    challenge: string;
  }): Promise<string | undefined>;
  /** @throws unauthenticated `signature_invalid` when the bytes are not signed by the provider; invalid when malformed. */
  read(rawBody: Buffer, signature: string | undefined, now: Instant): Promise<PlatformEvent[]>;
}

export interface ReceiveDeps {
  assets: PlatformAssetDirectory;
  capture: (captures: readonly Capture[]) => Promise<void>;
  /** Asks who wrote a message, whose webhook does not say it, before intake gets it. */
  nameSender: (organizationId: string, interaction: CapturedInteraction) => Promise<void>;
  readAnnounced: (owner: AssetOwner, key: AnnouncedKey) => Promise<void>;
}

/** Hands a platform's events to intake for the organization that connected the asset; events of others are dropped. */
export async function receiveEvents(
  deps: ReceiveDeps,
  events: readonly PlatformEvent[],
): Promise<{ captured: number; ignored: number }> {
  const owners = new Map<string, AssetOwner | undefined>();
  const captures: Capture[] = [];
  let announced = 0;
  for (const event of events) {
    const { provider, assetExternalId } = event;
    const asset = `${provider}#${assetExternalId}`;
    if (!owners.has(asset)) owners.set(asset, await deps.assets.ownerOf(provider, assetExternalId));
    const owner = owners.get(asset);
    if (!owner) continue;
    if (event.kind === 'announced') {
      await deps.readAnnounced(owner, event);
      announced += 1;
    } else if (isUnnamed(event)) {
      const interaction = { ...event.interaction, accountId: owner.accountId };
      await deps.nameSender(owner.organizationId, interaction);
      announced += 1;
    } else captures.push(captureOf(event, owner));
  }
  if (captures.length > 0) await deps.capture(captures);
  const captured = captures.length + announced;
  return { captured, ignored: events.length - captured };
}

type Seen = Extract<PlatformEvent, { kind: 'seen' }>;

function isUnnamed(event: Exclude<PlatformEvent, { kind: 'announced' }>): event is Seen {
  return (
    event.kind === 'seen' && event.interaction.participant?.name === '' && !event.interaction.isFromOwner
  );
}

function captureOf(
  event: Exclude<PlatformEvent, { kind: 'announced' }>,
  { organizationId, accountId }: AssetOwner,
): Capture {
  const { provider, externalId } = event;
  return event.kind === 'seen'
    ? { kind: 'seen', organizationId, interaction: { ...event.interaction, accountId } }
    : {
        kind: 'removed',
        organizationId,
        removal: { provider, accountId, externalId, removedAt: event.removedAt },
      };
}
