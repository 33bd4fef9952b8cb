import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import type { Role } from '../../shared/core/kernel/tenant-context.ts';

interface EventInput {
  method: string;
  /** The path template as API Gateway matched it, e.g. `/v1/rules/{ruleId}`. */
  resource: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
  /** What the authorizer found out; null for a public call. */
  authorizer?: Record<string, string> | null;
}

/** A request as API Gateway hands it to a function: the body in base 64, as the stack's binary media types ask. */
export function anApiEvent(input: EventInput): APIGatewayProxyEvent {
  const path = Object.entries(input.params ?? {}).reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, value),
    input.resource,
  );
  const text =
    input.body === undefined
      ? null
      : typeof input.body === 'string'
        ? input.body
        : JSON.stringify(input.body);
  return {
    httpMethod: input.method,
    resource: input.resource,
    path,
    pathParameters: input.params ?? null,
    queryStringParameters: input.query ?? null,
    multiValueQueryStringParameters: null,
    headers: input.headers ?? {},
    multiValueHeaders: {},
    stageVariables: null,
    body: text === null ? null : Buffer.from(text).toString('base64'),
    isBase64Encoded: text !== null,
    requestContext: {
      requestId: 'req_1',
      authorizer: input.authorizer === undefined ? aMember() : input.authorizer,
      identity: { sourceIp: '127.0.0.1' },
    } as APIGatewayProxyEvent['requestContext'],
  };
}

/** The authorizer's answer for a signed-in member. */
export function aMember(role: Role = 'owner', organizationId = 'org_beanbar'): Record<string, string> {
  return {
    actorKind: 'member',
    userId: 'mem_ana',
    email: 'ana@beanbar.example',
    memberId: 'mem_ana',
    organizationId,
    role,
  };
}

/** The authorizer's answer for an API token. */
export function aToken(scopes: string, organizationId = 'org_beanbar'): Record<string, string> {
  return { actorKind: 'token', tokenId: 'tok_1', organizationId, scopes };
}

export function aLambdaContext(): Context {
  return {
    awsRequestId: 'req_1',
    functionName: 'test',
    functionVersion: '1',
    invokedFunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:test',
    memoryLimitInMB: '512',
    logGroupName: 'log',
    logStreamName: 'log',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => 30_000,
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
