import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Grants } from './iam/grants.ts';
import type { AwsRequest, AwsResponse, LocalService } from './service.ts';

/** Whose access key signed a call. The administrator is the local cloud itself and its tests. */
export type Caller = { kind: 'function'; name: string; roleArn: string } | { kind: 'administrator' };

export interface AwsGatewayOptions {
  services: readonly LocalService[];
  callers: ReadonlyMap<string, Caller>;
  grants: Grants;
  accountId: string;
  report(line: string): void;
}

/** The one address that all SDKs call: finds the service, asks whether the caller may, and passes the call on. */
export function createAwsGateway(options: AwsGatewayOptions): Server {
  const services = new Map(
    options.services.flatMap((service) => service.names.map((name) => [name, service])),
  );

  async function answer(request: IncomingMessage): Promise<AwsResponse> {
    const body = await readBody(request);
    const url = new URL(request.url ?? '/', 'http://aws');
    const credential = credentialOf(request, url.searchParams);
    const serviceName = credential?.service ?? publicServiceOf(request);
    const service = services.get(serviceName ?? '');
    if (!serviceName || !service) return unknownService(serviceName);
    const awsRequest: AwsRequest = {
      service: serviceName,
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body,
    };
    const refusal = credential && refusalOf(credential.accessKeyId, service, awsRequest);
    return refusal ? service.deny(refusal) : service.handle(awsRequest);
  }

  function refusalOf(accessKeyId: string, service: LocalService, request: AwsRequest): string | undefined {
    const caller = options.callers.get(accessKeyId);
    if (!caller) return 'The security token included in the request is invalid.';
    if (caller.kind === 'administrator') return undefined;
    const role = caller.roleArn.slice(caller.roleArn.lastIndexOf('/') + 1);
    const session = `arn:aws:sts::${options.accountId}:assumed-role/${role}/${caller.name}`;
    const refusal = options.grants.check(caller.roleArn, session, service.access(request));
    if (refusal) options.report(`denied: ${refusal}`);
    return refusal;
  }

  return createServer((request, response) => {
    answer(request)
      .catch((error: unknown) => {
        options.report(`AWS gateway: ${error instanceof Error ? error.stack : String(error)}`);
        return internalFailure();
      })
      .then((answered) => send(response, answered))
      .catch(() => response.destroy());
  });
}

/** The access key and the service of `Credential=AKID/20261120/eu-central-1/sqs/aws4_request`. */
function credentialOf(request: IncomingMessage, query: URLSearchParams) {
  const header = /Credential=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1];
  const credential = header ?? query.get('X-Amz-Credential');
  if (!credential) return undefined;
  const [accessKeyId = '', , , service = ''] = credential.split('/');
  return { accessKeyId, service };
}

/** Signing in to a user pool is public: the SDK does not sign such calls. */
function publicServiceOf(request: IncomingMessage): string | undefined {
  const target = String(request.headers['x-amz-target'] ?? '');
  return target.startsWith('AWSCognitoIdentityProviderService.') ? 'cognito-idp' : undefined;
}

function unknownService(name: string | undefined): AwsResponse {
  const message = name ? `The local cloud has no service named ${name}.` : 'The request is not signed.';
  return {
    status: name ? 501 : 403,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-errortype': 'UnknownOperationException',
    },
    body: JSON.stringify({ __type: 'UnknownOperationException', message }),
  };
}

function internalFailure(): AwsResponse {
  return {
    status: 500,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': 'InternalFailure' },
    body: JSON.stringify({ __type: 'InternalFailure', message: 'The local cloud failed; its log says why.' }),
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function send(response: ServerResponse, { status, headers, body }: AwsResponse): Promise<void> {
  response.writeHead(status, headers);
  if (body instanceof Readable) await pipeline(body, response);
  else response.end(body);
}
