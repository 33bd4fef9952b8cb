import * as z from 'zod';
import type { LocalFunction } from '../functions/local-function.ts';
import { FunctionError } from '../functions/local-function.ts';
import { decide, PolicyDocument } from '../iam/policy.ts';
import type { AuthorizerSettings } from './body.ts';
import { GatewayRefusal } from './gateway-response.ts';
import type { MatchedRoute } from './match-route.ts';
import { type ApiPlace, type ApiRequest, headerValue, methodArn, requestEvent } from './proxy-event.ts';

/** Values of an authorizer's context may be strings, numbers and booleans only; AWS refuses the whole answer otherwise. */
const AuthorizerAnswer = z.looseObject({
  principalId: z.string(),
  policyDocument: PolicyDocument,
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
type AuthorizerAnswer = z.infer<typeof AuthorizerAnswer>;

/** Answers the context for the integration's event, or throws the gateway's refusal. */
export type Authorize = (request: ApiRequest, route: MatchedRoute) => Promise<Record<string, unknown>>;

export function createAuthorizer(
  settings: AuthorizerSettings,
  authorizer: LocalFunction,
  place: ApiPlace,
  now: () => number,
): Authorize {
  const remembered = new Map<string, { answer: AuthorizerAnswer; until: number }>();
  const lifetime = settings.authorizerResultTtlInSeconds * 1000;

  async function ask(
    request: ApiRequest,
    route: MatchedRoute,
    identity: readonly string[],
  ): Promise<AuthorizerAnswer> {
    const arn = methodArn(place, request);
    const event =
      settings.type === 'token'
        ? { type: 'TOKEN', methodArn: arn, authorizationToken: identity[0] }
        : { type: 'REQUEST', methodArn: arn, ...requestEvent(place, request, route) };
    const answer = AuthorizerAnswer.safeParse(await authorizer.invoke(event).catch(refuse));
    if (!answer.success) throw new GatewayRefusal('AUTHORIZER_CONFIGURATION_ERROR');
    return answer.data;
  }

  return async (request, route) => {
    const identity = identityOf(settings, request);
    const key = JSON.stringify(identity);
    const known = lifetime > 0 ? remembered.get(key) : undefined;
    const answer = known && known.until > now() ? known.answer : await ask(request, route, identity);
    if (lifetime > 0 && answer !== known?.answer) remembered.set(key, { answer, until: now() + lifetime });
    const decision = decide(answer.policyDocument.Statement, 'execute-api:Invoke', methodArn(place, request));
    if (!decision.allowed) throw new GatewayRefusal('ACCESS_DENIED');
    // Whatever its type was, the function gets a string.
    const context = Object.fromEntries(
      Object.entries(answer.context).map(([name, value]) => [name, String(value)]),
    );
    return { ...context, principalId: answer.principalId };
  };
}

/** An authorizer says "not signed in" by failing with exactly this word. */
function refuse(error: unknown): never {
  if (error instanceof FunctionError && error.failure.errorMessage === 'Unauthorized') {
    throw new GatewayRefusal('UNAUTHORIZED');
  }
  throw new GatewayRefusal('AUTHORIZER_FAILURE');
}

/** The values of the identity sources; a request that lacks one is refused without asking the function. */
function identityOf(settings: AuthorizerSettings, request: ApiRequest): string[] {
  const sources = settings.identitySource?.split(',').map((source) => source.trim()) ?? [];
  return sources.map((source) => {
    const [, kind, name = ''] = /^method\.request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
    const value = kind === 'header' ? headerValue(request, name) : request.query.get(name);
    const expression = settings.identityValidationExpression;
    if (!value || (expression && !new RegExp(`^(?:${expression})$`).test(value))) {
      throw new GatewayRefusal('UNAUTHORIZED');
    }
    return value;
  });
}
