import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AwsRequest, LocalService } from '../service.ts';
import { accountOperations } from './cognito/account.ts';
import { adminOperations } from './cognito/admin.ts';
import { CognitoDirectory } from './cognito/directory.ts';
import { signInOperations } from './cognito/sign-in.ts';
import { openTokens, type Tokens } from './cognito/tokens.ts';
import { composeMail, type Outbox } from './outbox/outbox.ts';
import { AwsError } from './protocols/aws-error.ts';
import {
  answerJson,
  jsonError,
  type Operation,
  operationName,
  textField,
} from './protocols/json-protocol.ts';
import type { ServiceOptions } from './service-options.ts';

export interface CognitoService extends LocalService {
  /** Creates the pool of an `AWS::Cognito::UserPool`, or finds it again; returns its id. */
  createPool(name: string, properties: unknown): string;
  createClient(name: string, properties: unknown): string;
  /** Serves browsers at `/_cognito` of the public origin, as `cognito-idp.<region>.amazonaws.com` does. */
  handler(request: IncomingMessage, response: ServerResponse): void;
}

export interface CognitoOptions extends ServiceOptions {
  /** The public address of `/_cognito`; a pool's issuer is this and the pool's id. */
  issuerBase: string;
  /** Where the pool's mails go. */
  ses: { outbox: Outbox };
}

const Sender = 'no-reply@verificationemail.com';

/** Cognito's user pools with password sign-in, from first start with a signing key of its own. */
export async function startCognito(options: CognitoOptions): Promise<CognitoService> {
  const directory = new CognitoDirectory(options);
  const tokens = await openTokens(options, directory);
  const mail = async (to: string, subject: string, text: string): Promise<void> => {
    const raw = await composeMail({ from: Sender, to: [to], subject, text });
    await options.ses.outbox.keep({ source: Sender, destinations: [to], raw });
  };
  const forAnybody = {
    ...signInOperations(directory, tokens),
    ...accountOperations(directory, tokens, mail),
  };
  const operations = { ...forAnybody, ...adminOperations(directory, mail) };
  return {
    names: ['cognito-idp'],
    access: (request) => {
      const operation = operationName(request);
      if (Object.hasOwn(forAnybody, operation)) return [];
      const pool = `userpool/${textField(request, 'UserPoolId') ?? '*'}`;
      const arn = `arn:aws:cognito-idp:${options.region}:${options.account}:${pool}`;
      return [{ action: `cognito-idp:${operation}`, resources: [arn] }];
    },
    handle: (request) => answerJson(request, operations, 'InvalidParameterException'),
    deny: (message) => jsonError(new AwsError('AccessDeniedException', message)),
    createPool: (name, properties) => {
      const id = localId(name);
      directory.putPool(id, properties);
      return id;
    },
    createClient: (name, properties) => {
      const id = localId(name);
      directory.putClient(id, properties);
      return id;
    },
    handler: browserHandler(forAnybody, tokens),
    close: async () => {},
  };
}

/** Of the template's names, so that tokens and settings stay good after a restart. */
function localId(name: string): string {
  return `local_${name.replaceAll(/\W/g, '')}`;
}

const Cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers':
    'authorization, content-type, x-amz-target, x-amz-user-agent, amz-sdk-invocation-id, amz-sdk-request',
  'access-control-max-age': '86400',
};

/** Only what anybody may call: nobody checks permissions on this way in. */
function browserHandler(operations: Record<string, Operation>, tokens: Tokens) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    answerBrowser(request, operations, tokens).then(
      ({ status, body }) =>
        response.writeHead(status, { ...Cors, 'content-type': 'application/x-amz-json-1.1' }).end(body),
      (error: unknown) => {
        console.error('The sign-in endpoint failed:', error);
        response.writeHead(500, Cors).end();
      },
    );
  };
}

async function answerBrowser(
  request: IncomingMessage,
  operations: Record<string, Operation>,
  tokens: Tokens,
): Promise<{ status: number; body?: string }> {
  if (request.method === 'OPTIONS') return { status: 204 };
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, poolId = '', document] =
    /\/(local_\w+)\/\.well-known\/(jwks\.json|openid-configuration)$/.exec(url.pathname) ?? [];
  if (document === 'jwks.json') return { status: 200, body: JSON.stringify(tokens.keySet) };
  if (document) return { status: 200, body: JSON.stringify(openIdConfiguration(tokens.issuer(poolId))) };
  if (request.method !== 'POST') return { status: 404 };
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { headers } = request;
  const asked: AwsRequest = {
    service: 'cognito-idp',
    method: 'POST',
    path: '/',
    query: url.searchParams,
    headers,
    body: Buffer.concat(chunks),
  };
  return answerJson(asked, operations, 'InvalidParameterException');
}

function openIdConfiguration(issuer: string) {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'token'],
    subject_types_supported: ['public'],
  };
}
