import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint } from '../shared/contract/endpoint.ts';

const Root = join(import.meta.dirname, '..');

/**
 * Where each function's code begins: one function for each resource of the API, and the given others.
 * @throws when one of them has no code.
 */
export function functionEntries(
  endpoints: readonly Endpoint[],
  others: readonly string[],
): Record<string, string> {
  const resources = [...new Set(endpoints.map(({ resource }) => resource))];
  const paths = [
    ...resources.map((resource) => [`api/${resource}`, `lambdas/api/${resource}/index.ts`] as const),
    ...others.map((path) => [path, `lambdas/${path}.ts`] as const),
  ];
  const missing = paths.filter(([, path]) => !existsSync(join(Root, path)));
  if (missing.length > 0) {
    throw new Error(
      `The stack needs functions that do not exist: ${missing.map(([, path]) => path).join(', ')}.`,
    );
  }
  return Object.fromEntries(paths);
}
