import type { AccountView } from '../../../shared/contract/api/accounts.ts';
import { capabilitiesOfAccount } from '../../../shared/core/accounts/capabilities.ts';
import type { SocialAccount } from '../../../shared/core/accounts/social-account.ts';

export interface PictureDeps {
  /** Where a browser finds a picture; differs from its real address in the local stage alone. */
  pictureAddress: (url: string) => string;
}

/** An account, or what may become one, as the console shows it. */
export function withPicture<T extends { avatarUrl: string | null }>(
  { pictureAddress }: PictureDeps,
  shown: T,
): T {
  return { ...shown, avatarUrl: shown.avatarUrl && pictureAddress(shown.avatarUrl) };
}

/** An account with what can be done there; who agreed to it at the platform is nobody's business. */
export function accountView(deps: PictureDeps, account: SocialAccount): AccountView {
  const { authorizedBy: _, ...shown } = withPicture(deps, account);
  return { ...shown, capabilities: capabilitiesOfAccount(account) };
}
