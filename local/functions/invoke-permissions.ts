import * as z from 'zod';
import type { ApiMethod } from '../api/body.ts';
import type { ApiPlace } from '../api/proxy-event.ts';
import { matchesPattern } from '../iam/policy.ts';
import type { Resolver } from '../template/resolve.ts';
import type { Template } from '../template/template.ts';

const Permission = z.looseObject({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().default('*'),
});

/**
 * Refuses an API that may not call its functions. On AWS each such call would end in a bare 500, and an imported
 * API gets no permission by itself.
 */
export function refuseUncallableFunctions(
  template: Template,
  resolver: Resolver,
  methods: readonly ApiMethod[],
  { region, accountId, apiId, stage }: ApiPlace,
): void {
  const permissions = Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::Lambda::Permission')
    .map(([logicalId]) => Permission.parse(resolver.properties(logicalId)))
    .filter(
      ({ Principal, Action }) =>
        Principal === 'apigateway.amazonaws.com' && Action === 'lambda:InvokeFunction',
    );
  const api = `arn:aws:execute-api:${region}:${accountId}:${apiId}`;

  function isAllowed(functionArn: string, sourceArn: string): boolean {
    return permissions.some(({ FunctionName, SourceArn }) => {
      const named = FunctionName === functionArn || functionArn.endsWith(`:function:${FunctionName}`);
      return named && matchesPattern(SourceArn, sourceArn);
    });
  }

  for (const { method, resource, functionArn, authorizer } of methods) {
    const source = `${api}/${stage}/${method === 'ANY' ? '*' : method}${resource.replace(/\{[^}]+\}/g, '*')}`;
    if (!isAllowed(functionArn, source)) {
      throw new Error(
        `API Gateway may not call ${functionArn} for ${source}: its AWS::Lambda::Permission is missing.`,
      );
    }
    if (
      authorizer &&
      !authorizer.authorizerCredentials &&
      !isAllowed(authorizer.functionArn, `${api}/authorizers/*`)
    ) {
      throw new Error(
        `API Gateway may not call the authorizer ${authorizer.functionArn}: a permission is missing.`,
      );
    }
  }
}
