import * as z from 'zod';
import type { JsonObject } from '../template/template.ts';

/** The part of an imported OpenAPI document that API Gateway acts on. */

const Integration = z.looseObject({
  type: z.literal('aws_proxy'),
  uri: z.string(),
  responseTransferMode: z.enum(['BUFFERED', 'STREAM']).default('BUFFERED'),
  timeoutInMillis: z.number().default(29_000),
});

const Security = z.array(z.record(z.string(), z.array(z.string())));

const Operation = z.looseObject({
  security: Security.optional(),
  'x-amazon-apigateway-integration': Integration,
});

const AuthorizerSettings = z.looseObject({
  type: z.enum(['request', 'token']),
  authorizerUri: z.string(),
  authorizerCredentials: z.string().optional(),
  authorizerResultTtlInSeconds: z.number().default(300),
  identitySource: z.string().optional(),
  identityValidationExpression: z.string().optional(),
});
export type AuthorizerSettings = z.infer<typeof AuthorizerSettings> & { name: string; functionArn: string };

const SecurityScheme = z.looseObject({
  /** The header of a token authorizer. */
  name: z.string().optional(),
  'x-amazon-apigateway-authorizer': AuthorizerSettings.optional(),
});

const GatewayResponseSettings = z.looseObject({
  statusCode: z.coerce.number().optional(),
  responseParameters: z.record(z.string(), z.string()).default({}),
  responseTemplates: z.record(z.string(), z.string()).default({}),
});
export type GatewayResponseSettings = z.infer<typeof GatewayResponseSettings>;

const ApiBody = z.looseObject({
  openapi: z.string().startsWith('3.0', 'API Gateway imports OpenAPI 3.0 only'),
  paths: z.record(z.string(), z.record(z.string(), z.json())),
  security: Security.optional(),
  components: z
    .looseObject({ securitySchemes: z.record(z.string(), SecurityScheme).default({}) })
    .default({ securitySchemes: {} }),
  'x-amazon-apigateway-binary-media-types': z.array(z.string()).default([]),
  'x-amazon-apigateway-gateway-responses': z.record(z.string(), GatewayResponseSettings).default({}),
});

export interface ApiMethod {
  /** Upper case; `ANY` is every method. */
  method: string;
  resource: string;
  functionArn: string;
  streams: boolean;
  timeoutMilliseconds: number;
  authorizer: AuthorizerSettings | undefined;
}

export interface ApiDefinition {
  methods: ApiMethod[];
  binaryMediaTypes: string[];
  gatewayResponses: Record<string, GatewayResponseSettings>;
}

const methodKeys = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'x-amazon-apigateway-any-method',
]);

export function readApiBody(resolvedBody: JsonObject): ApiDefinition {
  const body = ApiBody.parse(resolvedBody);
  const authorizers = new Map(
    Object.entries(body.components.securitySchemes).flatMap(([name, scheme]) => {
      const settings = scheme['x-amazon-apigateway-authorizer'];
      if (!settings) return [];
      const identitySource =
        settings.identitySource ?? (scheme.name && `method.request.header.${scheme.name}`);
      const functionArn = functionArnIn(settings.authorizerUri);
      return [[name, { ...settings, identitySource, name, functionArn }] as const];
    }),
  );
  const methods = Object.entries(body.paths).flatMap(([resource, item]) =>
    Object.entries(item)
      .filter(([key]) => methodKeys.has(key))
      .map(([key, given]): ApiMethod => {
        const operation = Operation.parse(given);
        const integration = operation['x-amazon-apigateway-integration'];
        const security = operation.security ?? body.security ?? [];
        return {
          method: key.startsWith('x-') ? 'ANY' : key.toUpperCase(),
          resource,
          functionArn: functionArnIn(integration.uri),
          streams: streamsBy(integration, `${key} ${resource}`),
          timeoutMilliseconds: integration.timeoutInMillis,
          authorizer: security.flatMap(Object.keys).map((name) => authorizers.get(name))[0],
        };
      }),
  );
  return {
    methods,
    binaryMediaTypes: body['x-amazon-apigateway-binary-media-types'],
    gatewayResponses: body['x-amazon-apigateway-gateway-responses'],
  };
}

/** AWS wants both the mode and the matching address; one without the other fails there, so it fails here. */
function streamsBy({ uri, responseTransferMode }: z.infer<typeof Integration>, where: string): boolean {
  const streams = uri.endsWith('/response-streaming-invocations');
  if (streams !== (responseTransferMode === 'STREAM')) {
    throw new Error(
      `${where}: responseTransferMode STREAM goes with a response-streaming-invocations address.`,
    );
  }
  return streams;
}

/** `arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<arn of the function>/invocations` */
function functionArnIn(uri: string): string {
  const arn = /\/functions\/(arn:[^/]+)\//.exec(uri)?.[1];
  if (!arn) throw new Error(`No function in the integration address ${uri}.`);
  return arn;
}
