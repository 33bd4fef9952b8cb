import { join } from 'node:path';
import * as z from 'zod';
import type { Resolver } from '../template/resolve.ts';
import type { SynthesizedStack } from '../template/template.ts';

export interface FunctionDefinition {
  logicalId: string;
  name: string;
  arn: string;
  roleArn: string;
  /** The module's path without its extension. */
  modulePath: string;
  exportName: string;
  timeoutSeconds: number;
  memoryMegabytes: number;
  environment: Record<string, string>;
}

const FunctionProperties = z.looseObject({
  Handler: z.string().default('index.handler'),
  Role: z.string(),
  // CloudFormation's own defaults.
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z
    .looseObject({ Variables: z.record(z.string(), z.string()).default({}) })
    .default({ Variables: {} }),
});

/** The template's functions, without those that only its custom resources call while a stack is deployed. */
export function readFunctions(stack: SynthesizedStack, resolver: Resolver): FunctionDefinition[] {
  const deploying = new Set(
    Object.entries(stack.template.Resources)
      .filter(([, { Type }]) => Type.startsWith('Custom::'))
      .map(([logicalId]) => resolver.properties(logicalId)['ServiceToken']),
  );
  return Object.entries(stack.template.Resources)
    .filter(([, resource]) => resource.Type === 'AWS::Lambda::Function')
    .map(([logicalId, resource]) => {
      const properties = FunctionProperties.parse(resolver.properties(logicalId));
      const { name, attributes } = resolver.identityOf(logicalId);
      const asset = resource.Metadata['aws:asset:path'];
      const dot = properties.Handler.lastIndexOf('.');
      const folder = join(stack.assetsDir, typeof asset === 'string' ? asset : '');
      return {
        logicalId,
        name,
        arn: attributes['Arn'] ?? name,
        roleArn: properties.Role,
        modulePath: join(folder, properties.Handler.slice(0, dot)),
        exportName: properties.Handler.slice(dot + 1),
        timeoutSeconds: properties.Timeout,
        memoryMegabytes: properties.MemorySize,
        environment: properties.Environment.Variables,
      };
    })
    .filter(({ arn }) => !deploying.has(arn));
}
