import type { ApiMethod } from './body.ts';

export interface MatchedRoute {
  method: ApiMethod;
  pathParameters: Record<string, string>;
}

interface Candidate {
  segments: string[];
  byMethod: Map<string, ApiMethod>;
}

/** Finds a request's method as API Gateway does: a literal segment before a parameter, a parameter before `{proxy+}`. */
export function createRouter(
  methods: readonly ApiMethod[],
): (method: string, path: string) => MatchedRoute | undefined {
  const candidates = new Map<string, Candidate>();
  for (const method of methods) {
    const candidate = candidates.get(method.resource) ?? {
      segments: segmentsOf(method.resource),
      byMethod: new Map<string, ApiMethod>(),
    };
    candidate.byMethod.set(method.method, method);
    candidates.set(method.resource, candidate);
  }
  const ordered = [...candidates.values()].sort((one, other) => compare(one.segments, other.segments));

  return (method, path) => {
    const given = segmentsOf(path);
    for (const { segments, byMethod } of ordered) {
      const pathParameters = match(segments, given);
      if (!pathParameters) continue;
      const found = byMethod.get(method) ?? byMethod.get('ANY');
      // The resource is decided by the path alone; a method that it lacks is not looked for elsewhere.
      return found && { method: found, pathParameters };
    }
    return undefined;
  };
}

function segmentsOf(path: string): string[] {
  return path.replace(/^\//, '').split('/');
}

const isGreedy = (segment: string) => segment.endsWith('+}');
const isParameter = (segment: string) => segment.startsWith('{');

function rank(segment: string | undefined): number {
  if (segment === undefined) return 0;
  return isGreedy(segment) ? 3 : isParameter(segment) ? 2 : 1;
}

function compare(one: string[], other: string[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = rank(one[index]) - rank(other[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function match(pattern: string[], given: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const value = given[index];
    if (value === undefined) return undefined;
    if (isGreedy(segment)) {
      parameters[segment.slice(1, -2)] = given.slice(index).map(decode).join('/');
      return parameters;
    }
    if (isParameter(segment)) {
      if (value === '') return undefined;
      parameters[segment.slice(1, -1)] = decode(value);
    } else if (segment !== value) return undefined;
  }
  return pattern.length === given.length ? parameters : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
