import type * as z from 'zod';
import type { Resource } from './synthesized.ts';

type Json = z.infer<ReturnType<typeof z.json>>;

/** The logical ids that a value of a template refers to. */
function referencesIn(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const [first] = Array.isArray(child) ? child : [child];
    if (key === 'Ref' || key === 'Fn::GetAtt') return typeof first === 'string' ? [first] : [];
    if (key !== 'Fn::Sub' || typeof first !== 'string') return referencesIn(child);
    return [...first.matchAll(/\$\{(\w+)[.}]/g)].map(([, id = '']) => id);
  });
}

/** A chain of resources that wait for one another, as CloudFormation would refuse it; undefined if there is none. */
export function dependencyCycle(resources: Record<string, Resource>): string[] | undefined {
  const done = new Set<string>();
  const follow = (id: string, path: string[]): string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    const resource = resources[id];
    if (!resource || done.has(id)) return undefined;
    for (const next of [...referencesIn(resource.Properties), ...resource.DependsOn]) {
      const cycle = next === id ? undefined : follow(next, [...path, id]);
      if (cycle) return cycle;
    }
    done.add(id);
    return undefined;
  };
  for (const id of Object.keys(resources)) {
    const cycle = follow(id, []);
    if (cycle) return cycle;
  }
  return undefined;
}
