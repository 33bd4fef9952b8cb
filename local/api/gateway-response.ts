import type { ServerResponse } from 'node:http';
import type { GatewayResponseSettings } from './body.ts';

/** Answers that API Gateway gives in its own name, with the texts that AWS uses. */
const own = {
  ACCESS_DENIED: [403, 'AccessDeniedException', 'User is not authorized to access this resource'],
  AUTHORIZER_CONFIGURATION_ERROR: [500, 'AuthorizerConfigurationException', null],
  AUTHORIZER_FAILURE: [500, 'AuthorizerFailureException', null],
  INTEGRATION_FAILURE: [502, 'InternalServerErrorException', 'Internal server error'],
  INTEGRATION_TIMEOUT: [504, 'GatewayTimeoutException', 'Endpoint request timed out'],
  MISSING_AUTHENTICATION_TOKEN: [403, 'MissingAuthenticationTokenException', 'Missing Authentication Token'],
  REQUEST_TOO_LARGE: [413, 'RequestTooLargeException', 'Request Too Long'],
  UNAUTHORIZED: [401, 'UnauthorizedException', 'Unauthorized'],
} as const satisfies Record<string, readonly [number, string, string | null]>;

export type GatewayResponseType = keyof typeof own;

/** A request that API Gateway answers itself, without or in place of the function. */
export class GatewayRefusal extends Error {
  readonly type: GatewayResponseType;

  constructor(type: GatewayResponseType, message?: string) {
    super(message ?? own[type][2] ?? '');
    this.name = 'GatewayRefusal';
    this.type = type;
  }
}

/** Sends the refusal as the API's own gateway responses word it, or as API Gateway does without them. */
export function sendRefusal(
  response: ServerResponse,
  refusal: GatewayRefusal,
  settings: Record<string, GatewayResponseSettings>,
  requestId: string,
): void {
  const [defaultStatus, errorType] = own[refusal.type];
  const given = settings[refusal.type] ?? settings[defaultStatus < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX'];
  const status = given?.statusCode ?? defaultStatus;
  const message = refusal.message || null;
  const variables: Record<string, string> = {
    '$context.error.messageString': JSON.stringify(message),
    '$context.error.message': message ?? '',
    '$context.error.responseType': refusal.type,
    '$context.requestId': requestId,
  };
  const fill = (text: string) => text.replace(/\$context(\.\w+)+/g, (name) => variables[name] ?? '');
  const [mediaType, template] = Object.entries(given?.responseTemplates ?? {})[0] ?? [
    'application/json',
    '{"message":$context.error.messageString}',
  ];
  const headers: Record<string, string> = {
    'content-type': mediaType,
    'x-amzn-requestid': requestId,
    'x-amzn-errortype': errorType,
  };
  for (const [parameter, value] of Object.entries(given?.responseParameters ?? {})) {
    headers[parameter.replace('gatewayresponse.header.', '').toLowerCase()] = fill(
      value.replace(/^'|'$/g, ''),
    );
  }
  response.writeHead(status, headers).end(fill(template));
}
