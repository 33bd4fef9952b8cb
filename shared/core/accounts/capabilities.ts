import type { InteractionKind } from '../interactions/captured-interaction.ts';
import type { Provider } from './social-account.ts';

/** What a platform lets Earshot do with what people write there (CM-20). */
export interface Capabilities {
  reply: 'every-level' | 'top-level';
  hide: boolean;
  deleteOthers: boolean;
  like: boolean;
  privateReply: boolean;
  /** Whether own replies can be listed: without it an uncertain post is never repeated (AR-12). */
  listOwnReplies: boolean;
  webhook: 'all-changes' | 'additions' | 'none';
  /** Whether an owner or admin must agree expressly before anything is answered automatically (CM-09). */
  automation: 'free' | 'with-consent';
}

/** The one table of what each platform can do; API and console offer exactly that (CM-20). */
export const capabilitiesOf: Record<Provider, Capabilities> = {
  facebook: {
    reply: 'every-level',
    hide: true,
    deleteOthers: true,
    like: true,
    privateReply: true,
    listOwnReplies: true,
    webhook: 'all-changes',
    automation: 'free',
  },
  instagram: {
    reply: 'top-level',
    hide: true,
    deleteOthers: true,
    like: false,
    privateReply: true,
    listOwnReplies: true,
    webhook: 'additions',
    automation: 'free',
  },
  tiktok: {
    reply: 'every-level',
    hide: true,
    deleteOthers: false,
    like: true,
    privateReply: false,
    listOwnReplies: true,
    webhook: 'all-changes',
    automation: 'free',
  },
  youtube: {
    reply: 'top-level',
    hide: true,
    deleteOthers: true,
    like: false,
    privateReply: false,
    listOwnReplies: true,
    webhook: 'none',
    automation: 'with-consent',
  },
};

/** A mention stands below somebody else's content: it can be answered, and nothing else. */
export function capabilitiesFor({
  provider,
  kind,
}: {
  provider: Provider;
  kind: InteractionKind;
}): Capabilities {
  const capabilities = capabilitiesOf[provider];
  if (kind !== 'mention') return capabilities;
  const nothing = {
    hide: false,
    deleteOthers: false,
    like: false,
    privateReply: false,
    listOwnReplies: false,
  };
  return { ...capabilities, ...nothing };
}
