import { capabilitiesOf } from './capabilities.ts';
import type { Provider, SocialAccount } from './social-account.ts';

/** Whether the platform's terms want an express consent before anything is automated, and nobody has given it (CM-09). */
export function lacksConsent(
  provider: Provider,
  { automationConsentAt }: Pick<SocialAccount, 'automationConsentAt'>,
): boolean {
  return capabilitiesOf[provider].automation === 'with-consent' && !automationConsentAt;
}
