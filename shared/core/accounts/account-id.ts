import { derivedId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Provider } from './social-account.ts';

/** The identity of an account in its organization: connected again, a page is the same account with its history. */
export function accountIdOf(context: TenantContext, provider: Provider, externalId: string): string {
  return derivedId('acc', context.organizationId, provider, externalId);
}
