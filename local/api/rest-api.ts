import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { FunctionError, type LocalFunction } from '../functions/local-function.ts';
import { type Authorize, createAuthorizer } from './authorizer.ts';
import type { ApiDefinition } from './body.ts';
import { GatewayRefusal, sendRefusal } from './gateway-response.ts';
import { createRouter, type MatchedRoute } from './match-route.ts';
import { sendProxyAnswer, sendStreamedAnswer } from './proxy-answer.ts';
import { type ApiPlace, type ApiRequest, headersOf, proxyEvent } from './proxy-event.ts';

const MaximumBodyBytes = 10 * 1024 * 1024;

export interface RestApiOptions {
  definition: ApiDefinition;
  place: ApiPlace;
  functionOf(arn: string): LocalFunction;
  report(line: string): void;
}

export type RestApi = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** Serves the API of the template: the stage's path is not part of the request's any more. */
export function createRestApi({ definition, place, functionOf, report }: RestApiOptions): RestApi {
  const route = createRouter(definition.methods);
  const authorizers = new Map<string, Authorize>();
  for (const { authorizer } of definition.methods) {
    if (!authorizer || authorizers.has(authorizer.name)) continue;
    const authorize = createAuthorizer(authorizer, functionOf(authorizer.functionArn), place, Date.now);
    authorizers.set(authorizer.name, authorize);
  }

  async function integrate(
    response: ServerResponse,
    matched: MatchedRoute,
    event: unknown,
    requestId: string,
  ) {
    const { functionArn, streams, timeoutMilliseconds } = matched.method;
    const local = functionOf(functionArn);
    if (streams) return sendStreamedAnswer(response, local, event, requestId);
    const answer = await within(timeoutMilliseconds, local.invoke(event));
    sendProxyAnswer(response, answer, requestId);
  }

  return async (incoming, response, url) => {
    const requestId = randomUUID();
    try {
      const matched = route(incoming.method ?? 'GET', url.pathname);
      if (!matched) throw new GatewayRefusal('MISSING_AUTHENTICATION_TOKEN');
      const request = await readRequest(incoming, url, requestId);
      const { authorizer } = matched.method;
      const context = authorizer && (await authorizers.get(authorizer.name)?.(request, matched));
      const event = proxyEvent(place, request, matched, definition.binaryMediaTypes, context);
      await integrate(response, matched, event, requestId);
    } catch (error) {
      if (!(error instanceof GatewayRefusal || error instanceof FunctionError)) {
        report(`REST API: ${error instanceof Error ? error.stack : String(error)}`);
      }
      if (response.headersSent) return void response.destroy();
      const refusal = error instanceof GatewayRefusal ? error : new GatewayRefusal('INTEGRATION_FAILURE');
      sendRefusal(response, refusal, definition.gatewayResponses, requestId);
    }
  };
}

async function readRequest(incoming: IncomingMessage, url: URL, requestId: string): Promise<ApiRequest> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    bytes += chunk.length;
    if (bytes > MaximumBodyBytes) throw new GatewayRefusal('REQUEST_TOO_LARGE');
    chunks.push(chunk);
  }
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: headersOf(incoming),
    sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
    receivedAt: new Date(),
    requestId,
    body: Buffer.concat(chunks),
  };
}

function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new GatewayRefusal('INTEGRATION_TIMEOUT')), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
