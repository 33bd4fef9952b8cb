import type { Provider } from '../../core/accounts/social-account.ts';

/** One of the two inboxes that hang on a page; both are reached with the page's token. */
export interface MessageChannel {
  provider: Extract<Provider, 'facebook' | 'instagram'>;
  /** The name in Graph's parameter `platform`. */
  platform: 'messenger' | 'instagram';
  /** What a person's profile is asked for. */
  profileFields: string;
  /** Why a text cannot be sent. */
  faultOf(text: string): string | undefined;
}

const LongestMessengerText = 2_000;
const LongestInstagramBytes = 1_000;

export const MessengerChannel: MessageChannel = {
  provider: 'facebook',
  platform: 'messenger',
  profileFields: 'name',
  faultOf: (text) =>
    text.length > LongestMessengerText
      ? `Messenger takes at most ${LongestMessengerText} characters.`
      : undefined,
};

export const InstagramChannel: MessageChannel = {
  provider: 'instagram',
  platform: 'instagram',
  profileFields: 'name,username',
  faultOf: (text) =>
    Buffer.byteLength(text) > LongestInstagramBytes
      ? `Instagram takes at most ${LongestInstagramBytes} bytes, of which letters with accents take more than one.`
      : undefined,
};
