import { expect, it } from 'vitest';
import { readDistribution } from '../../../local/origin/distribution.ts';
import { readHeadersPolicies } from '../../../local/origin/headers-policy.ts';
import { readRequestFunctions } from '../../../local/origin/request-function.ts';
import { Resolver } from '../../../local/template/resolve.ts';
import type { Template } from '../../../local/template/template.ts';

const place = {
  stackName: 'Site',
  region: 'eu-central-1',
  accountId: '000000000000',
  publicHost: '127.0.0.1:4400',
};

const resource = (Type: string, Properties: Template['Resources'][string]['Properties']) => ({
  Type,
  Properties,
  Metadata: {},
});

const template: Template = {
  Parameters: {},
  Conditions: {},
  Resources: {
    ShowPage: resource('AWS::CloudFront::Function', {
      FunctionCode: `function handler(event) {
        if (!/\\.[^/]+$/.test(event.request.uri)) event.request.uri = '/index.html';
        return event.request;
      }`,
    }),
    Headers: resource('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'self'", Override: true },
          ContentTypeOptions: { Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 31536000, Override: true },
        },
        CustomHeadersConfig: {
          Items: [{ Header: 'Permissions-Policy', Value: 'camera=()', Override: true }],
        },
      },
    }),
    Site: resource('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultRootObject: 'index.html',
        DefaultCacheBehavior: {
          TargetOriginId: 'files',
          ResponseHeadersPolicyId: { Ref: 'Headers' },
          FunctionAssociations: [
            { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': ['ShowPage', 'FunctionARN'] } },
          ],
        },
        CacheBehaviors: [
          { PathPattern: '/v1/*', TargetOriginId: 'api', AllowedMethods: ['GET', 'POST'] },
          { PathPattern: '*.png', TargetOriginId: 'files' },
        ],
        Origins: [
          { Id: 'files', DomainName: 'files.s3.eu-central-1.amazonaws.com' },
          { Id: 'api', DomainName: 'abc.execute-api.eu-central-1.amazonaws.com', OriginPath: '/live' },
        ],
        CustomErrorResponses: [{ ErrorCode: 403, ResponseCode: 200, ResponsePagePath: '/index.html' }],
      },
    }),
  },
};
const resolver = new Resolver(template, place);

it('ST-02 sends each path to the origin of its first matching behaviour', () => {
  const site = readDistribution(template, resolver);
  const originOf = (path: string) => site?.behaviorFor(path).origin;
  const api = { domainName: 'abc.execute-api.eu-central-1.amazonaws.com', path: '/live' };
  const files = { domainName: 'files.s3.eu-central-1.amazonaws.com', path: '' };
  expect(originOf('/v1/rules')).toEqual(api);
  expect(originOf('/v1/logo.png')).toEqual(api);
  expect([originOf('/'), originOf('/logo.png'), originOf('/v1')]).toEqual([files, files, files]);
  expect(site?.errorPage(403)).toEqual({ path: '/index.html', status: 200 });
  expect(site?.errorPage(500)).toBeUndefined();
});

it('ST-02 runs the function that rewrites paths before the origin sees them', () => {
  const arn = readDistribution(template, resolver)?.behaviorFor('/').requestFunctionArn ?? '';
  const rewrite = readRequestFunctions(template, resolver).get(arn);
  expect([rewrite?.('GET', '/rules/7'), rewrite?.('GET', '/assets/app.js')]).toEqual([
    '/index.html',
    '/assets/app.js',
  ]);
});

it('ST-02 sends the headers of the policy, without those that need a certificate', () => {
  const policyId = readDistribution(template, resolver)?.behaviorFor('/').headersPolicyId ?? '';
  expect(readHeadersPolicies(template, resolver).get(policyId)).toEqual({
    'content-security-policy': "default-src 'self'",
    'permissions-policy': 'camera=()',
    'x-content-type-options': 'nosniff',
  });
});
