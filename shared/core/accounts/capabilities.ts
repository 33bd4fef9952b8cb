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
  },
  instagram: {
    reply: 'top-level',
    hide: true,
    deleteOthers: true,
    like: false,
    privateReply: true,
    listOwnReplies: true,
    webhook: 'additions',
  },
  tiktok: {
    reply: 'every-level',
    hide: true,
    deleteOthers: false,
    like: true,
    privateReply: false,
    listOwnReplies: true,
    webhook: 'all-changes',
  },
  youtube: {
    reply: 'top-level',
    hide: true,
    deleteOthers: true,
    like: false,
    privateReply: false,
    listOwnReplies: true,
    webhook: 'none',
  },
};
