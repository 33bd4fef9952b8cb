import * as z from 'zod';
import { matchesPattern } from '../iam/policy.ts';
import type { Resolver } from '../template/resolve.ts';
import type { Template } from '../template/template.ts';

const Behavior = z.looseObject({
  PathPattern: z.string().default('*'),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(z.looseObject({ EventType: z.string(), FunctionARN: z.string() }))
    .default([]),
});

const Distribution = z.looseObject({
  DistributionConfig: z.looseObject({
    DefaultRootObject: z.string().default(''),
    DefaultCacheBehavior: Behavior,
    CacheBehaviors: z.array(Behavior).default([]),
    Origins: z.array(
      z.looseObject({ Id: z.string(), DomainName: z.string(), OriginPath: z.string().default('') }),
    ),
    CustomErrorResponses: z
      .array(
        z.looseObject({
          ErrorCode: z.number(),
          ResponseCode: z.coerce.number().optional(),
          ResponsePagePath: z.string().optional(),
        }),
      )
      .default([]),
  }),
});

export interface DistributionBehavior {
  origin: { domainName: string; path: string };
  allowedMethods: readonly string[];
  headersPolicyId: string | undefined;
  /** ARN of the function that sees requests before the origin does. */
  requestFunctionArn: string | undefined;
}

/** What the console's CDN does with a request, as far as it shows on one machine. */
export interface Distribution {
  rootObject: string;
  behaviorFor(path: string): DistributionBehavior;
  /** The page in place of an origin's error, with its status. */
  errorPage(status: number): { path: string; status: number } | undefined;
}

/** The template's distribution, if it has one. */
export function readDistribution(template: Template, resolver: Resolver): Distribution | undefined {
  const found = Object.entries(template.Resources).find(
    ([, { Type }]) => Type === 'AWS::CloudFront::Distribution',
  );
  if (!found) return undefined;
  const { DistributionConfig: config } = Distribution.parse(resolver.properties(found[0]));
  const origins = new Map(config.Origins.map((origin) => [origin.Id, origin]));

  function behavior(given: z.infer<typeof Behavior>): DistributionBehavior {
    const origin = origins.get(given.TargetOriginId);
    if (!origin) throw new Error(`The distribution has no origin ${given.TargetOriginId}.`);
    const onRequest = given.FunctionAssociations.find(({ EventType }) => EventType === 'viewer-request');
    return {
      origin: { domainName: origin.DomainName, path: origin.OriginPath },
      allowedMethods: given.AllowedMethods,
      headersPolicyId: given.ResponseHeadersPolicyId,
      requestFunctionArn: onRequest?.FunctionARN,
    };
  }

  const behaviors = config.CacheBehaviors.map((given) => ({
    pattern: given.PathPattern,
    ...behavior(given),
  }));
  const byDefault = behavior(config.DefaultCacheBehavior);
  return {
    rootObject: config.DefaultRootObject,
    behaviorFor: (path) =>
      behaviors.find(({ pattern }) => matchesPattern(pattern.replace(/^\//, ''), path.slice(1))) ?? byDefault,
    errorPage(status) {
      const page = config.CustomErrorResponses.find(({ ErrorCode }) => ErrorCode === status);
      return page?.ResponsePagePath
        ? { path: page.ResponsePagePath, status: page.ResponseCode ?? status }
        : undefined;
    },
  };
}
