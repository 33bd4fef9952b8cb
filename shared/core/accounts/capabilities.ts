import type { InteractionKind } from '../interactions/captured-interaction.ts';
import type { Provider, SocialAccount } from './social-account.ts';

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
  /** Whether the platform tells that a text was edited; elsewhere a reading finds it. */
  editEvents: boolean;
  /** Whether messages can be read and written, where the account's owner allowed it. */
  messages: boolean;
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
    editEvents: true,
    messages: true,
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
    editEvents: false,
    messages: true,
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
    editEvents: true,
    messages: false,
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
    editEvents: false,
    messages: false,
    automation: 'with-consent',
  },
};

/** What can only be answered, whatever else its platform offers. */
const AnswerOnly = { hide: false, deleteOthers: false, like: false, privateReply: false } as const;

/** Answers to mentions, which stand below somebody else's content, cannot be listed; messages can. */
const OfKind: Partial<Record<InteractionKind, Partial<Capabilities>>> = {
  mention: { ...AnswerOnly, listOwnReplies: false },
  direct_message: AnswerOnly,
  story_mention: AnswerOnly,
};

/** What can be done with one interaction. */
export function capabilitiesFor({
  provider,
  kind,
}: {
  provider: Provider;
  kind: InteractionKind;
}): Capabilities {
  return { ...capabilitiesOf[provider], ...OfKind[kind] };
}

/** What can be done on one account: what its owner did not allow is left out. */
export function capabilitiesOfAccount({
  provider,
  limitations = [],
}: Pick<SocialAccount, 'provider' | 'limitations'>): Capabilities {
  const capabilities = capabilitiesOf[provider];
  const hasMessages = capabilities.messages && !limitations.includes('no_messages');
  return {
    ...capabilities,
    messages: hasMessages,
    privateReply: capabilities.privateReply && hasMessages,
  };
}
