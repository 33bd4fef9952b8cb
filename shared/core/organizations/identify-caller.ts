import { systemContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { TokenPrefix, tokenDigest } from './api-token.ts';
import type { ApiTokenDirectory, MembershipDirectory, OrganizationStore } from './ports.ts';

/** What the API's front door hands on about a caller: flat texts, as API Gateway carries nothing else. */
export type CallerTexts = Record<string, string>;

interface User {
  userId: string;
  email: string;
  isEmailVerified: boolean;
}

interface Deps {
  verifyToken(token: string): Promise<User | undefined>;
  memberships: MembershipDirectory;
  organizations: Pick<OrganizationStore, 'member'>;
  apiTokens: ApiTokenDirectory;
}

/**
 * Finds out who calls: a machine client by its token, or a person by the sign-in's ID token.
 * Undefined: nobody that may come in. A person without an organization is let in, to create or join one.
 */
export async function identifyCaller(
  deps: Deps,
  authorization: string,
  now: Instant,
): Promise<CallerTexts | undefined> {
  const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
  if (!token) return undefined;
  return token.startsWith(TokenPrefix) ? identifyToken(deps, token, now) : identifyPerson(deps, token);
}

async function identifyToken(deps: Deps, token: string, now: Instant): Promise<CallerTexts | undefined> {
  const found = await deps.apiTokens.find(tokenDigest(token), now);
  if (!found) return undefined;
  const { organizationId, token: apiToken } = found;
  return { actorKind: 'token', organizationId, tokenId: apiToken.tokenId, scopes: apiToken.scopes.join(' ') };
}

async function identifyPerson(deps: Deps, token: string): Promise<CallerTexts | undefined> {
  const user = await deps.verifyToken(token);
  return user && identifyMember(deps, user);
}

/** What a signed-in person is in their organization at this moment. */
export async function identifyMember(
  deps: Pick<Deps, 'memberships' | 'organizations'>,
  { userId, email, isEmailVerified }: User,
): Promise<CallerTexts> {
  const person = { actorKind: 'member', userId, email, emailVerified: String(isEmailVerified) };
  const organizationId = await deps.memberships.organizationOf(userId);
  const member = organizationId && (await deps.organizations.member(systemContext(organizationId), userId));
  if (!organizationId || !member) return person;
  return { ...person, organizationId, memberId: member.memberId, role: member.role };
}
