import type { Provider } from '../accounts/social-account.ts';

/** The longest comment that a platform accepts, in characters. */
export const LongestReply: Record<Provider, number> = {
  facebook: 8_000,
  instagram: 2_200,
  tiktok: 150,
  youtube: 10_000,
};
