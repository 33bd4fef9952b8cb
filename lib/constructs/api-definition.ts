import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { ProblemContentType, TitleOfStatus } from '../../shared/contract/problem.ts';

export interface ApiTargets {
  /** Where API Gateway calls the function of a resource. */
  invocationUri(resource: string, mode: 'buffered' | 'streamed'): string;
  authorizerUri: string;
}

/** API Gateway ends a buffered call after 29 seconds and a streamed one after 15 minutes. */
const BufferedTimeoutMilliseconds = 29_000;
const StreamedTimeoutMilliseconds = 900_000;

/** A revoked token or membership works at most this much longer. */
const AuthorizerTtlSeconds = 60;

/**
 * The OpenAPI 3.0.1 document from which API Gateway makes its resources and methods: paths and integrations, no
 * schemas. The functions validate; what clients read is `/v1/openapi.json`.
 */
export function apiDefinition(endpoints: readonly Endpoint[], targets: ApiTargets): object {
  refuseAmbiguousParameters(endpoints);
  refuseMixedModes(endpoints);
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    const methods = paths[endpoint.path] ?? {};
    const method = endpoint.method.toLowerCase();
    if (methods[method]) throw new Error(`${endpoint.method} ${endpoint.path} is defined twice.`);
    paths[endpoint.path] = { ...methods, [method]: operation(endpoint, targets) };
  }
  return {
    openapi: '3.0.1',
    info: { title: 'Earshot', version: '1' },
    paths,
    components: { securitySchemes: { caller: callerScheme(targets.authorizerUri) } },
    'x-amazon-apigateway-binary-media-types': ['*/*'],
    'x-amazon-apigateway-gateway-responses': gatewayResponses(),
  };
}

function operation(endpoint: Endpoint, targets: ApiTargets): object {
  const parameters = parametersOf(endpoint.path).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const mode = endpoint.stream ? 'streamed' : 'buffered';
  return {
    ...(parameters.length > 0 && { parameters }),
    responses: { [endpoint.status]: { description: endpoint.summary } },
    security: endpoint.access === 'public' ? [] : [{ caller: [] }],
    'x-amazon-apigateway-integration': {
      type: 'aws_proxy',
      httpMethod: 'POST',
      uri: targets.invocationUri(endpoint.resource, mode),
      ...(endpoint.stream
        ? { responseTransferMode: 'STREAM', timeoutInMillis: StreamedTimeoutMilliseconds }
        : { timeoutInMillis: BufferedTimeoutMilliseconds }),
    },
  };
}

function callerScheme(authorizerUri: string): object {
  return {
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    'x-amazon-apigateway-authtype': 'custom',
    'x-amazon-apigateway-authorizer': {
      type: 'request',
      identitySource: 'method.request.header.Authorization',
      authorizerUri,
      authorizerResultTtlInSeconds: AuthorizerTtlSeconds,
    },
  };
}

/** Replaced by the gateway's own words, already in quotation marks. */
const ReasonOfGateway = '$context.error.messageString';

/** What API Gateway answers by itself reads like what the functions answer. */
function gatewayResponses(): object {
  return {
    DEFAULT_4XX: problem(undefined, 'bad_request', ReasonOfGateway),
    DEFAULT_5XX: problem(undefined, 'internal', 'Something went wrong on our side. Try again in a moment.'),
    ACCESS_DENIED: problem(403, 'forbidden', 'Your sign-in does not allow this.'),
    UNAUTHORIZED: problem(401, 'unauthenticated', 'Sign in, or send an API token, to do this.'),
    // API Gateway's name for a path that it does not know.
    MISSING_AUTHENTICATION_TOKEN: problem(404, 'no_such_operation', 'There is no such operation.'),
    REQUEST_TOO_LARGE: problem(413, 'too_large', 'The request is larger than 10 MB.'),
    THROTTLED: problem(429, 'too_many_requests', 'Too many requests at once. Try again in a moment.'),
    INTEGRATION_TIMEOUT: problem(504, 'timed_out', 'This took too long. Try again with less at once.'),
  };
}

function problem(status: number | undefined, code: string, detail: string): object {
  const body = {
    type: 'about:blank',
    title: (status && TitleOfStatus[status]) ?? sentenceOf(code),
    ...(status && { status }),
    detail,
    code,
    requestId: '$context.requestId',
  };
  return {
    ...(status && { statusCode: status }),
    responseParameters: { 'gatewayresponse.header.Content-Type': `'${ProblemContentType}'` },
    responseTemplates: {
      'application/json': JSON.stringify(body).replace(`"${ReasonOfGateway}"`, ReasonOfGateway),
    },
  };
}

function sentenceOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** API Gateway has one name for the parameter at a place of a path, whatever comes behind it. */
function refuseAmbiguousParameters(endpoints: readonly Endpoint[]): void {
  const names = new Map<string, string>();
  for (const { path } of endpoints) {
    const segments = path.split('/');
    segments.forEach((segment, index) => {
      if (!segment.startsWith('{')) return;
      const place = segments.slice(0, index).join('/');
      const known = names.get(place) ?? segment;
      if (known !== segment) {
        throw new Error(
          `${place}/ is followed by ${known} in one path and by ${segment} in another: use one name.`,
        );
      }
      names.set(place, segment);
    });
  }
}

/** A handler is either made for streaming or not. */
function refuseMixedModes(endpoints: readonly Endpoint[]): void {
  const streams = new Map<string, boolean>();
  for (const { resource, stream = false, id } of endpoints) {
    if ((streams.get(resource) ?? stream) !== stream) {
      throw new Error(`${id}: the function ${resource} can either stream all its answers or none.`);
    }
    streams.set(resource, stream);
  }
}

function parametersOf(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name);
}
