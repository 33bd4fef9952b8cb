import type { Role, TenantContext } from '../../shared/core/kernel/tenant-context.ts';

/** A tenant context of a signed-in member. */
export function aContext(
  overrides: { organizationId?: string; role?: Role; memberId?: string } = {},
): TenantContext {
  return {
    organizationId: overrides.organizationId ?? 'org_beanbar',
    actor: { kind: 'member', memberId: overrides.memberId ?? 'mem_ana', role: overrides.role ?? 'owner' },
  };
}
