import type { PlatformModeration } from '../../shared/core/accounts/platform-interactions.ts';

/** A platform on which nothing is moderated. */
export const noModeration: PlatformModeration = {
  setHidden: async () => undefined,
  setLiked: async () => undefined,
  remove: async () => undefined,
};
