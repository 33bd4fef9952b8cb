/** Who acts: a signed-in person, a machine client with a token, or Earshot itself (schedules, queues). */
export type Actor =
  | { kind: 'member'; memberId: string; role: Role }
  | { kind: 'token'; tokenId: string; scopes: readonly string[] }
  | { kind: 'system' };

/** From least to most: each role may do all that the roles before it may. */
export const Roles = ['viewer', 'agent', 'admin', 'owner'] as const;
export type Role = (typeof Roles)[number];

export function roleReaches(role: Role, required: Role): boolean {
  return Roles.indexOf(role) >= Roles.indexOf(required);
}

/**
 * The one key to a tenant's data: stores take it, prefix every key with its organization,
 * and there is no way to reach an item without it.
 */
export interface TenantContext {
  readonly organizationId: string;
  readonly actor: Actor;
}

export function systemContext(organizationId: string): TenantContext {
  return { organizationId, actor: { kind: 'system' } };
}

/** Who did it, for records: the member's or the token's id, or `system`. */
export function actorIdOf({ actor }: TenantContext): string {
  if (actor.kind === 'member') return actor.memberId;
  return actor.kind === 'token' ? actor.tokenId : 'system';
}
