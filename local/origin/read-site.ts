import type { RestApi } from '../api/rest-api.ts';
import type { StorageService } from '../services/storage.ts';
import type { Resolver } from '../template/resolve.ts';
import type { Template } from '../template/template.ts';
import { readDistribution } from './distribution.ts';
import { readHeadersPolicies } from './headers-policy.ts';
import { readRequestFunctions } from './request-function.ts';
import { createSite, type Site } from './site.ts';

/** What people see at `/`: the template's distribution, or the bare API of a stack that has none. */
export function readSite(
  template: Template,
  resolver: Resolver,
  storage: StorageService,
  restApi: RestApi,
): Site {
  const distribution = readDistribution(template, resolver);
  if (!distribution) return restApi;
  const policies = readHeadersPolicies(template, resolver);
  const functions = readRequestFunctions(template, resolver);
  const buckets = new Map<string, string>();
  for (const [logicalId, { Type }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::S3::Bucket') continue;
    const { name, attributes } = resolver.identityOf(logicalId);
    for (const domainName of Object.values(attributes)) buckets.set(domainName, name);
  }
  return createSite({
    distribution,
    storage,
    restApi,
    bucketOf: (domainName) => buckets.get(domainName),
    headersOf: (policyId) => policies.get(policyId ?? '') ?? {},
    requestFunction: (arn) => functions.get(arn),
  });
}
