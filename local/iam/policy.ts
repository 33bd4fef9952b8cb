import * as z from 'zod';
import type { Access } from '../service.ts';

const OneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const Statement = z.looseObject({
  Effect: z.enum(['Allow', 'Deny']),
  Action: OneOrMore.optional(),
  NotAction: OneOrMore.optional(),
  Resource: OneOrMore.optional(),
  NotResource: OneOrMore.optional(),
  Condition: z.json().optional(),
});
export type Statement = z.infer<typeof Statement>;

export const PolicyDocument = z.looseObject({
  Statement: z.union([z.array(Statement), Statement.transform((one) => [one])]),
});

/** `*` is any run of characters and `?` any one; nothing else is special. */
export function matchesPattern(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(value);
}

function matchesAction(pattern: string, action: string): boolean {
  return matchesPattern(pattern.toLowerCase(), action.toLowerCase());
}

function covers(statement: Statement, action: string, resource: string): boolean {
  const { Action, NotAction, Resource, NotResource } = statement;
  const actionCovered = Action
    ? Action.some((pattern) => matchesAction(pattern, action))
    : !NotAction?.some((pattern) => matchesAction(pattern, action));
  if (!actionCovered) return false;
  return Resource
    ? Resource.some((pattern) => matchesPattern(pattern, resource))
    : !NotResource?.some((pattern) => matchesPattern(pattern, resource));
}

export type Decision = { allowed: true; by: Statement } | { allowed: false; because: string };

/**
 * An explicit denial wins over every permission, and what nothing permits is denied. The local cloud does not know
 * the keys that conditions ask about: a conditional permission counts, a conditional denial does not.
 */
export function decide(statements: readonly Statement[], action: string, resource: string): Decision {
  const covering = statements.filter((statement) => covers(statement, action, resource));
  if (covering.some(({ Effect, Condition }) => Effect === 'Deny' && Condition === undefined)) {
    return { allowed: false, because: 'with an explicit deny in an identity-based policy' };
  }
  const by = covering.find(({ Effect }) => Effect === 'Allow');
  if (by) return { allowed: true, by };
  return { allowed: false, because: `because no identity-based policy allows the ${action} action` };
}

/** The actions and resources of a call, one by one; a call without a resource is about all of them. */
export function eachAccess(accesses: readonly Access[]): { action: string; resource: string }[] {
  return accesses.flatMap(({ action, resources }) =>
    (resources.length > 0 ? resources : ['*']).map((resource) => ({ action, resource })),
  );
}
