import middy from '@middy/core';
import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent, Context } from 'aws-lambda';
import type { Clock, Instant } from '../core/kernel/time.ts';
import { clock as liveClock } from './live/clock.ts';

/** Lets identified callers through to the whole stage, because API Gateway keeps the answer for all paths alike. */
export function authorizer(
  identify: (authorization: string, now: Instant) => Promise<Record<string, string> | undefined>,
  { clock = liveClock }: { clock?: Clock } = {},
) {
  return middy<APIGatewayRequestAuthorizerEvent, APIGatewayAuthorizerResult, Error, Context>().handler(
    async (event: APIGatewayRequestAuthorizerEvent) => {
      const caller = await identify(authorizationOf(event), clock.now());
      // This very text makes API Gateway answer 401 instead of 500.
      if (!caller) throw new Error('Unauthorized');
      return {
        principalId: caller['memberId'] ?? caller['tokenId'] ?? caller['userId'] ?? 'unknown',
        policyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Action: 'execute-api:Invoke', Effect: 'Allow', Resource: wholeStage(event.methodArn) },
          ],
        },
        context: caller,
      };
    },
  );
}

function authorizationOf(event: APIGatewayRequestAuthorizerEvent): string {
  const entry = Object.entries(event.headers ?? {}).find(([name]) => name.toLowerCase() === 'authorization');
  return entry?.[1] ?? '';
}

/** `arn:…:api-id/stage/GET/v1/rules` → `arn:…:api-id/stage/*`. */
function wholeStage(methodArn: string): string {
  const [api = '', stage = ''] = methodArn.split('/');
  return `${api}/${stage}/*`;
}
