import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '../../../shared/contract/endpoint.ts';

interface FieldFault {
  path: string;
  message: string;
}

/** A refusal in the API's own form. */
export class FakeProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldFault[] | undefined;
  constructor(status: number, code: string, detail: string, errors?: readonly FieldFault[]) {
    super(detail);
    this.errors = errors;
    this.status = status;
    this.code = code;
  }
}

interface FakeRequest<E extends Endpoint> {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
}

export interface FakeRoute {
  endpoint: Endpoint;
  answer(request: FakeRequest<Endpoint>): unknown;
}

/** Binds an answer to its endpoint, so that a fake that strays from the contract fails to compile. */
export function fake<E extends Endpoint>(
  endpoint: E,
  answer: (request: FakeRequest<NoInfer<E>>) => ResponseOf<NoInfer<E>>,
): FakeRoute {
  return { endpoint, answer: answer as FakeRoute['answer'] };
}

/** The path's parameters when method and path are the endpoint's, else undefined. */
export function matchRoute(
  endpoint: Endpoint,
  method: string,
  path: string,
): Record<string, string> | undefined {
  if (endpoint.method !== method) return undefined;
  const names: string[] = [];
  const pattern = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  const match = new RegExp(`^${pattern}$`).exec(path);
  return match
    ? Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]))
    : undefined;
}

/** Checks a request against the endpoint's schemas, answers it, and checks the answer too. */
export function answerRoute(
  route: FakeRoute,
  params: Record<string, string>,
  search: URLSearchParams,
  body: unknown,
): unknown {
  const { endpoint } = route;
  const answer = route.answer({
    params: endpoint.params?.parse(params) ?? {},
    query: endpoint.query?.parse(Object.fromEntries(search)) ?? {},
    body: endpoint.body?.parse(body),
  } as FakeRequest<Endpoint>);
  return endpoint.response ? endpoint.response.parse(answer) : undefined;
}
