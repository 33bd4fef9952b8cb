import * as z from 'zod';
import type { Access } from '../service.ts';
import type { Resolver } from '../template/resolve.ts';
import type { Template } from '../template/template.ts';
import { decide, eachAccess, matchesPattern, PolicyDocument, type Statement } from './policy.ts';

/** A permission of a role that no call has needed so far. */
export interface UnusedGrant {
  role: string;
  action: string;
  resources: string[];
}

/** The permissions of the template's roles, and which of them were ever needed. */
export interface Grants {
  /** Records the use of what is allowed; answers why not, as AWS words it, where it is not. */
  check(roleArn: string, caller: string, accesses: readonly Access[]): string | undefined;
  unused(roleArns: readonly string[]): UnusedGrant[];
}

/** Policies of AWS's own; their statements are not listed as unused. */
const awsManaged: Record<string, readonly Statement[]> = {
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole': [
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: ['*'],
    },
  ],
};

/** What Lambda itself uses in the function's name, without a call that anybody could see. */
const usedByLambda = ['logs:*', 'xray:*'];

const RoleProperties = z.looseObject({
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z.array(z.looseObject({ PolicyDocument })).default([]),
});

const PolicyProperties = z.looseObject({ PolicyDocument, Roles: z.array(z.string()).default([]) });

export function readGrants(template: Template, resolver: Resolver): Grants {
  const byRole = readStatements(template, resolver);
  const used = new Set<string>();
  const usageKey = (roleArn: string, statement: Statement, action: string) =>
    JSON.stringify([roleArn, byRole.get(roleArn)?.indexOf(statement), action.toLowerCase()]);

  return {
    check(roleArn, caller, accesses) {
      const statements = byRole.get(roleArn) ?? [];
      for (const { action, resource } of eachAccess(accesses)) {
        const decision = decide(statements, action, resource);
        if (!decision.allowed) {
          return `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${decision.because}`;
        }
        const pattern = decision.by.Action?.find((one) =>
          matchesPattern(one.toLowerCase(), action.toLowerCase()),
        );
        used.add(usageKey(roleArn, decision.by, pattern ?? action));
      }
      return undefined;
    },
    unused: (roleArns) =>
      [...new Set(roleArns)].flatMap((role) =>
        (byRole.get(role) ?? [])
          .filter(({ Effect }) => Effect === 'Allow')
          .flatMap((statement) =>
            (statement.Action ?? [])
              .filter((action) => !usedByLambda.some((pattern) => matchesPattern(pattern, action)))
              .filter((action) => !used.has(usageKey(role, statement, action)))
              .map((action) => ({ role, action, resources: statement.Resource ?? [] })),
          ),
      ),
  };
}

function readStatements(template: Template, resolver: Resolver): Map<string, Statement[]> {
  const byRole = new Map<string, Statement[]>();
  const byName = new Map<string, Statement[]>();
  const resourcesOf = (type: string) =>
    Object.entries(template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([logicalId]) => logicalId);

  for (const logicalId of resourcesOf('AWS::IAM::Role')) {
    const { name, attributes } = resolver.identityOf(logicalId);
    const { Policies, ManagedPolicyArns } = RoleProperties.parse(resolver.properties(logicalId));
    const statements = Policies.flatMap((policy) => policy.PolicyDocument.Statement);
    statements.push(...ManagedPolicyArns.flatMap((arn) => awsManaged[arn] ?? []));
    byRole.set(attributes['Arn'] ?? name, statements);
    byName.set(name, statements);
  }
  for (const logicalId of [...resourcesOf('AWS::IAM::Policy'), ...resourcesOf('AWS::IAM::ManagedPolicy')]) {
    const { Roles, PolicyDocument: document } = PolicyProperties.parse(resolver.properties(logicalId));
    for (const role of Roles) byName.get(role)?.push(...document.Statement);
  }
  return byRole;
}
