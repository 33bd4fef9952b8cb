import { ListProviders } from '../../../shared/contract/api/accounts.ts';
import { capabilitiesOf } from '../../../shared/core/accounts/capabilities.ts';
import type { Platforms } from '../../../shared/core/accounts/ports.ts';
import { Providers } from '../../../shared/core/accounts/social-account.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listProviders = ({ platforms }: { platforms: Platforms }) =>
  route(ListProviders, async () => ({
    items: await Promise.all(
      Providers.map(async (provider) => ({
        provider,
        isConfigured: (await platforms[provider]?.authorizer.isConfigured()) ?? false,
        capabilities: capabilitiesOf[provider],
      })),
    ),
  }));
