import { Duration, Stack } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** The console runs its own scripts only, talks to its own origin and Cognito, and is framed by nobody. */
function contentSecurityPolicy(region: string): string {
  return [
    "default-src 'self'",
    "base-uri 'none'",
    `connect-src 'self' https://cognito-idp.${region}.amazonaws.com`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    // Pictures of authors and posts lie at the platforms.
    "img-src 'self' data: https:",
    "object-src 'none'",
    // Libraries position menus and charts by style attributes.
    "style-src 'self' 'unsafe-inline'",
  ].join('; ');
}

function securityHeaders(scope: Construct): ResponseSecurityHeadersBehavior {
  return {
    contentSecurityPolicy: {
      contentSecurityPolicy: contentSecurityPolicy(Stack.of(scope).region),
      override: true,
    },
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
    strictTransportSecurity: {
      accessControlMaxAge: Duration.days(365),
      includeSubdomains: true,
      override: true,
    },
  };
}

export function headersOfPages(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'PageHeaders', { securityHeadersBehavior: securityHeaders(scope) });
}

/** For files whose name changes with their content: browsers need never ask again. */
export function headersOfFiles(scope: Construct): ResponseHeadersPolicy {
  const value = 'public, max-age=31536000, immutable';
  return new ResponseHeadersPolicy(scope, 'FileHeaders', {
    securityHeadersBehavior: securityHeaders(scope),
    customHeadersBehavior: { customHeaders: [{ header: 'cache-control', value, override: true }] },
  });
}
