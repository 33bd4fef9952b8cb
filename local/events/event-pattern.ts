import type { Json, JsonObject } from '../template/template.ts';

/** The filter patterns of event source mappings: all fields of a pattern must match, one value of each suffices. */
export function matchesEventPattern(pattern: JsonObject, event: Json | undefined): boolean {
  return Object.entries(pattern).every(([name, expected]) => {
    if (name === '$or')
      return objects(expected).some((alternative) => matchesEventPattern(alternative, event));
    const actual = isObject(event) ? event[name] : undefined;
    if (Array.isArray(expected)) return expected.some((rule) => matchesRule(rule, actual));
    if (isObject(expected)) return matchesEventPattern(expected, actual);
    throw new Error(
      `A filter pattern holds lists of values and nested patterns, not ${JSON.stringify(expected)}.`,
    );
  });
}

function matchesRule(rule: Json, actual: Json | undefined): boolean {
  // A list in the event matches when one of its elements does.
  if (Array.isArray(actual)) return actual.some((element) => matchesRule(rule, element));
  if (!isObject(rule)) return actual === rule;
  const [operator = '', operand = null] = Object.entries(rule)[0] ?? [];
  const test = operators[operator];
  if (!test) throw new Error(`The local cloud does not know the filter operator ${operator}.`);
  return test(operand, actual);
}

const operators: Record<string, (operand: Json, actual: Json | undefined) => boolean> = {
  prefix: (operand, actual) => typeof actual === 'string' && actual.startsWith(String(operand)),
  suffix: (operand, actual) => typeof actual === 'string' && actual.endsWith(String(operand)),
  'equals-ignore-case': (operand, actual) =>
    typeof actual === 'string' && actual.toLowerCase() === String(operand).toLowerCase(),
  // Only leaves exist: `exists` on a nested object never matches.
  exists: (operand, actual) => operand === (actual !== undefined && !isObject(actual)),
  'anything-but': (operand, actual) => {
    if (actual === undefined || isObject(actual)) return false;
    const excluded = Array.isArray(operand) ? operand : [operand];
    return !excluded.some((rule) => matchesRule(rule, actual));
  },
  numeric: (operand, actual) => {
    if (typeof actual !== 'number' || !Array.isArray(operand)) return false;
    const comparisons = operand.flatMap((sign, index) =>
      index % 2 === 0 ? [[sign, operand[index + 1]]] : [],
    );
    return comparisons.every(([sign, bound]) => compare(actual, String(sign), Number(bound)));
  },
};

function compare(actual: number, sign: string, bound: number): boolean {
  if (sign === '=') return actual === bound;
  if (sign === '<') return actual < bound;
  if (sign === '<=') return actual <= bound;
  if (sign === '>') return actual > bound;
  if (sign === '>=') return actual >= bound;
  throw new Error(`The local cloud does not know the numeric comparison ${sign}.`);
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function objects(value: Json): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
