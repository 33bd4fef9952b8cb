import type { Access } from '../contract/endpoint.ts';
import { AppError } from '../core/kernel/errors.ts';
import {
  type Actor,
  type Role,
  Roles,
  roleReaches,
  type TenantContext,
} from '../core/kernel/tenant-context.ts';
import type { SignedInUser } from './route.ts';

/** What the authorizer found out, as API Gateway hands it over: flat texts. */
export type AuthorizerContext = Record<string, unknown> | null | undefined;

export interface Caller {
  context?: TenantContext;
  user?: SignedInUser;
}

/** Looks up what a signed-in person is in their organization right now. */
export type Identify = (user: SignedInUser) => Promise<Record<string, string>>;

/**
 * API Gateway keeps the authorizer's answer for a minute, so somebody who has just created an organization would be
 * a stranger to it for that long: who has none is looked up again.
 */
export async function currentCaller(
  access: Access,
  authorizer: AuthorizerContext,
  identify: Identify,
): Promise<Caller> {
  const isNewcomer = authorizer?.['userId'] && !authorizer['organizationId'] && typeof access === 'object';
  if (!isNewcomer) return callerFor(access, authorizer);
  return callerFor(access, await identify(userOf(textsOf(authorizer))));
}

/** Decides whether the caller may use an endpoint, and as whom. @throws unauthenticated or forbidden. */
function callerFor(access: Access, authorizer: AuthorizerContext): Caller {
  if (access === 'public') return {};
  const texts = textsOf(authorizer);
  const user = userOf(texts);
  if (access === 'signed-in') {
    if (!user.userId) throw new AppError('unauthenticated', 'sign_in_required', 'Sign in to do this.');
    return { user };
  }
  const organizationId = texts['organizationId'];
  if (!organizationId) {
    throw new AppError(
      'forbidden',
      'no_organization',
      'Create an organization, or ask for an invitation to one.',
    );
  }
  const actor = actorOf(texts);
  assertAllowed(access, actor);
  return { context: { organizationId, actor } };
}

function userOf(texts: Record<string, string | undefined>): SignedInUser {
  const { userId = '', email = '', emailVerified } = texts;
  return { userId, email, isEmailVerified: emailVerified === 'true' };
}

function actorOf(texts: Record<string, string | undefined>): Actor {
  if (texts['actorKind'] === 'token') {
    return {
      kind: 'token',
      tokenId: texts['tokenId'] ?? '',
      scopes: (texts['scopes'] ?? '').split(' ').filter(Boolean),
    };
  }
  const role = Roles.find((known) => known === texts['role']);
  if (!role) throw new AppError('forbidden', 'no_role', 'Your membership of this organization has ended.');
  return { kind: 'member', memberId: texts['memberId'] ?? '', role };
}

function assertAllowed(access: { role: Role; scope: string | null }, actor: Actor): void {
  if (actor.kind === 'member' && !roleReaches(actor.role, access.role)) {
    const message = `This needs the role ${access.role}; yours is ${actor.role}. Ask an owner of your organization.`;
    throw new AppError('forbidden', 'role_required', message, { details: { required: access.role } });
  }
  if (actor.kind !== 'token') return;
  if (access.scope === null)
    throw new AppError('forbidden', 'people_only', 'Only people may do this, not API tokens.');
  if (!actor.scopes.includes(access.scope)) {
    const message = `This token lacks the scope ${access.scope}.`;
    throw new AppError('forbidden', 'scope_required', message, { details: { required: access.scope } });
  }
}

function textsOf(authorizer: AuthorizerContext): Record<string, string | undefined> {
  const entries = Object.entries(authorizer ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}
