import * as z from 'zod';
import type { Resolver } from '../template/resolve.ts';
import type { Template } from '../template/template.ts';

const Policy = z.looseObject({
  ResponseHeadersPolicyConfig: z.looseObject({
    CustomHeadersConfig: z
      .looseObject({ Items: z.array(z.looseObject({ Header: z.string(), Value: z.string() })) })
      .optional(),
    SecurityHeadersConfig: z
      .looseObject({
        ContentSecurityPolicy: z.looseObject({ ContentSecurityPolicy: z.string() }).optional(),
        ContentTypeOptions: z.json().optional(),
        FrameOptions: z.looseObject({ FrameOption: z.string() }).optional(),
        ReferrerPolicy: z.looseObject({ ReferrerPolicy: z.string() }).optional(),
      })
      .optional(),
  }),
});

/** The headers that each response headers policy adds. HSTS is left out: loopback has no certificate. */
export function readHeadersPolicies(
  template: Template,
  resolver: Resolver,
): ReadonlyMap<string, Record<string, string>> {
  const policies = new Map<string, Record<string, string>>();
  for (const [logicalId, { Type }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::CloudFront::ResponseHeadersPolicy') continue;
    const { ResponseHeadersPolicyConfig: config } = Policy.parse(resolver.properties(logicalId));
    const security = config.SecurityHeadersConfig ?? {};
    const headers: Record<string, string | undefined> = {
      'content-security-policy': security.ContentSecurityPolicy?.ContentSecurityPolicy,
      'referrer-policy': security.ReferrerPolicy?.ReferrerPolicy,
      'x-content-type-options': security.ContentTypeOptions === undefined ? undefined : 'nosniff',
      'x-frame-options': security.FrameOptions?.FrameOption,
    };
    for (const { Header, Value } of config.CustomHeadersConfig?.Items ?? [])
      headers[Header.toLowerCase()] = Value;
    const given = Object.entries(headers).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    policies.set(resolver.identityOf(logicalId).ref, Object.fromEntries(given));
  }
  return policies;
}
