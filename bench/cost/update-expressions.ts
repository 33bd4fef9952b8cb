import { pathOf, type Substitutes, valueAt } from './expressions.ts';

type Document = Record<string, unknown>;

/** Applies the update expressions that the stores send: SET (also `if_not_exists`), ADD of numbers, REMOVE. */
export function updated(expression: string, item: Document, substitutes: Substitutes): Document {
  const values = substitutes.ExpressionAttributeValues ?? {};
  let result = item;
  for (const [, clause = '', parts = ''] of expression.matchAll(
    /(SET|ADD|REMOVE) (.*?)(?= (?:SET|ADD|REMOVE) |$)/g,
  )) {
    for (const part of parts.split(/, (?![^(]*\))/)) {
      if (clause === 'SET') {
        const [target = '', source = ''] = part.split(' = ');
        const path = pathOf(target, substitutes);
        const fallback = /^if_not_exists\(.*, (:\w+)\)$/.exec(source)?.[1];
        const present = fallback === undefined ? undefined : valueAt(item, path);
        result = withValue(result, path, present ?? values[fallback ?? source]);
      } else if (clause === 'ADD') {
        const [target = '', source = ''] = part.split(' ');
        const path = pathOf(target, substitutes);
        result = withValue(result, path, Number(valueAt(result, path) ?? 0) + Number(values[source]));
      } else {
        result = withValue(result, pathOf(part, substitutes), undefined);
      }
    }
  }
  return result;
}

/** A copy with one value changed; undefined takes the attribute away. */
function withValue(item: Document, [name = '', ...rest]: readonly string[], value: unknown): Document {
  const inner = rest.length === 0 ? value : withValue((item[name] ?? {}) as Document, rest, value);
  const { [name]: _old, ...others } = item;
  return inner === undefined ? others : { ...others, [name]: inner };
}
