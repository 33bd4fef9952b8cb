import { describe, expect, it } from 'vitest';
import { apiDefinition } from '../../lib/constructs/api-definition.ts';
import { type Endpoint, endpoint } from '../../shared/contract/endpoint.ts';

const targets = {
  invocationUri: (resource: string, mode: string) => `${mode}:${resource}`,
  authorizerUri: 'buffered:authorizer',
};

const getRule = endpoint({
  id: 'getRule',
  method: 'GET',
  path: '/v1/rules/{ruleId}',
  resource: 'automation',
  access: { role: 'viewer', scope: 'automation:read' },
  summary: 'Reads a rule',
  status: 200,
});
const receiveHook = endpoint({
  id: 'receiveHook',
  method: 'POST',
  path: '/hooks/meta',
  resource: 'hooks',
  access: 'public',
  summary: 'Takes a webhook',
  status: 200,
  rawBody: true,
});
const openStream = endpoint({
  id: 'openStream',
  method: 'GET',
  path: '/v1/stream',
  resource: 'stream',
  access: { role: 'viewer', scope: null },
  summary: 'Follows what happens',
  status: 200,
  stream: true,
});

describe('the document that API Gateway imports', () => {
  it('ST-03 has one operation for each endpoint, answered by the function of its resource', () => {
    expect(apiDefinition([getRule, receiveHook], targets)).toMatchObject({
      openapi: '3.0.1',
      paths: {
        '/v1/rules/{ruleId}': {
          get: {
            parameters: [{ name: 'ruleId', in: 'path', required: true, schema: { type: 'string' } }],
            security: [{ caller: [] }],
            'x-amazon-apigateway-integration': {
              type: 'aws_proxy',
              httpMethod: 'POST',
              uri: 'buffered:automation',
              timeoutInMillis: 29_000,
            },
          },
        },
        '/hooks/meta': {
          post: { security: [], 'x-amazon-apigateway-integration': { uri: 'buffered:hooks' } },
        },
      },
    });
  });

  it('CM-10 hands bodies over as the bytes that were signed', () => {
    expect(apiDefinition([receiveHook], targets)).toMatchObject({
      'x-amazon-apigateway-binary-media-types': ['*/*'],
    });
  });

  it('RT-01 streams the answer of a streaming endpoint for up to 15 minutes', () => {
    expect(apiDefinition([openStream], targets)).toMatchObject({
      paths: {
        '/v1/stream': {
          get: {
            'x-amazon-apigateway-integration': {
              uri: 'streamed:stream',
              responseTransferMode: 'STREAM',
              timeoutInMillis: 900_000,
            },
          },
        },
      },
    });
  });

  it('ST-03 answers in problem details what API Gateway answers itself', () => {
    expect(apiDefinition([], targets)).toMatchObject({
      'x-amazon-apigateway-gateway-responses': {
        UNAUTHORIZED: {
          statusCode: 401,
          responseParameters: { 'gatewayresponse.header.Content-Type': "'application/problem+json'" },
          responseTemplates: {
            'application/json':
              '{"type":"about:blank","title":"Not signed in","status":401,' +
              '"detail":"Sign in, or send an API token, to do this.","code":"unauthenticated",' +
              '"requestId":"$context.requestId"}',
          },
        },
        MISSING_AUTHENTICATION_TOKEN: { statusCode: 404 },
        DEFAULT_4XX: {
          responseTemplates: {
            'application/json':
              '{"type":"about:blank","title":"Bad request","detail":$context.error.messageString,' +
              '"code":"bad_request","requestId":"$context.requestId"}',
          },
        },
      },
    });
  });

  it.each<[string, Endpoint[]]>([
    ['GET /v1/rules/{ruleId} is defined twice', [getRule, { ...getRule, id: 'again' }]],
    [
      '/v1/rules/ is followed by {ruleId} in one path and by {id} in another',
      [getRule, { ...getRule, path: '/v1/rules/{id}/trace' }],
    ],
    [
      'the function stream can either stream all its answers or none',
      [openStream, { ...getRule, resource: 'stream' }],
    ],
  ])('refuses what API Gateway could not do: %s', (message, endpoints) => {
    expect(() => apiDefinition(endpoints, targets)).toThrow(message);
  });
});
