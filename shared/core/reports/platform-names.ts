import type { Provider } from '../accounts/social-account.ts';

const PlatformNames: Record<Provider, string> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  youtube: 'YouTube',
};

/** A platform as its users write it; one that this version does not know keeps its key. */
function platformName(provider: string): string {
  return provider in PlatformNames ? PlatformNames[provider as Provider] : provider;
}

/** An account with its platform: a brand often has the same name on each. */
export function accountLabel({ name, provider }: { name: string; provider: string }): string {
  return `${name} (${platformName(provider)})`;
}

/** A post with its platform: the same text is often posted on several. */
export function postLabel(
  { title, provider }: { title: string; provider: string },
  untitled: string,
): string {
  return provider === '' ? title || untitled : `${title || untitled} (${platformName(provider)})`;
}
