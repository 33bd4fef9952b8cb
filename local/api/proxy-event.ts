import type { IncomingMessage } from 'node:http';
import type { MatchedRoute } from './match-route.ts';

/** Where the API runs, as its events and ARNs say it. */
export interface ApiPlace {
  apiId: string;
  stage: string;
  region: string;
  accountId: string;
}

export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string[]>;
  sourceIp: string;
  receivedAt: Date;
  requestId: string;
  body: Buffer;
}

/** Headers that belong to one connection (RFC 9110 §7.6.1); the next hop does not see them. */
const connectionHeaders = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te']);

/** The headers as CloudFront passes them on, in the case in which the client wrote them. */
export function headersOf(request: IncomingMessage): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const [name = '', value = ''] = request.rawHeaders.slice(index, index + 2);
    if (!connectionHeaders.has(name.toLowerCase())) headers[name] = [...(headers[name] ?? []), value];
  }
  headers['X-Forwarded-For'] = [request.socket.remoteAddress ?? '127.0.0.1'];
  headers['X-Forwarded-Proto'] = ['http'];
  return headers;
}

export function headerValue(request: ApiRequest, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(request.headers)
    .find(([given]) => given.toLowerCase() === wanted)?.[1]
    .at(-1);
}

export function methodArn(place: ApiPlace, request: ApiRequest): string {
  const { region, accountId, apiId, stage } = place;
  return `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stage}/${request.method}${request.path}`;
}

/** What both a proxied function and a request authorizer are told of a request. */
export function requestEvent(place: ApiPlace, request: ApiRequest, route: MatchedRoute) {
  const queryEntries = [...new Set(request.query.keys())].map(
    (name) => [name, request.query.getAll(name)] as const,
  );
  return {
    resource: route.method.resource,
    path: request.path,
    httpMethod: request.method,
    headers: lastOfEach(Object.entries(request.headers)),
    multiValueHeaders: request.headers,
    queryStringParameters: orNull(lastOfEach(queryEntries)),
    multiValueQueryStringParameters: orNull(Object.fromEntries(queryEntries)),
    pathParameters: orNull(route.pathParameters),
    stageVariables: null,
    requestContext: requestContext(place, request, route),
  };
}

/** The event of a Lambda proxy integration. */
export function proxyEvent(
  place: ApiPlace,
  request: ApiRequest,
  route: MatchedRoute,
  binaryMediaTypes: readonly string[],
  authorizerContext: Record<string, unknown> | undefined,
) {
  const event = requestEvent(place, request, route);
  const empty = request.body.length === 0;
  const binary = !empty && isBinary(headerValue(request, 'content-type'), binaryMediaTypes);
  return {
    ...event,
    requestContext: {
      ...event.requestContext,
      ...(authorizerContext ? { authorizer: authorizerContext } : {}),
    },
    body: empty ? null : request.body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary,
  };
}

function isBinary(contentType: string | undefined, binaryMediaTypes: readonly string[]): boolean {
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return binaryMediaTypes.some(
    (type) =>
      type === '*/*' ||
      type === mediaType ||
      (type.endsWith('/*') && mediaType.startsWith(type.slice(0, -1))),
  );
}

function requestContext(place: ApiPlace, request: ApiRequest, route: MatchedRoute) {
  return {
    accountId: place.accountId,
    apiId: place.apiId,
    domainName: `${place.apiId}.execute-api.${place.region}.amazonaws.com`,
    domainPrefix: place.apiId,
    extendedRequestId: request.requestId,
    httpMethod: request.method,
    identity: { sourceIp: request.sourceIp, userAgent: headerValue(request, 'user-agent') ?? null },
    path: `/${place.stage}${request.path}`,
    protocol: 'HTTP/1.1',
    requestId: request.requestId,
    requestTime: request.receivedAt.toUTCString(),
    requestTimeEpoch: request.receivedAt.getTime(),
    resourceId: route.method.resource,
    resourcePath: route.method.resource,
    stage: place.stage,
  };
}

function lastOfEach(entries: readonly (readonly [string, readonly string[]])[]): Record<string, string> {
  return Object.fromEntries(entries.map(([name, values]) => [name, values.at(-1) ?? '']));
}

function orNull<Value>(record: Record<string, Value>): Record<string, Value> | null {
  return Object.keys(record).length > 0 ? record : null;
}
