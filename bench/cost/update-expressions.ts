import { pathOf, type Substitutes, valueAt } from './expressions.ts';

type Document = Record<string, unknown>;

/** Applies the update expressions that the stores send: SET (also `if_not_exists`), ADD of numbers, REMOVE. */
export function updated(expression: string, item: Document, substitutes: Substitutes): Document {
  const values = substitutes.ExpressionAttributeValues ?? {};
  const result = { ...item };
  for (const [, clause = '', parts = ''] of expression.matchAll(
    /(SET|ADD|REMOVE) (.*?)(?= (?:SET|ADD|REMOVE) |$)/g,
  )) {
    for (const part of parts.split(/, (?![^(]*\))/)) {
      if (clause === 'SET') {
        const [target = '', source = ''] = part.split(' = ');
        const path = pathOf(target, substitutes);
        const fallback = /^if_not_exists\(.*, (:\w+)\)$/.exec(source)?.[1];
        const present = fallback === undefined ? undefined : valueAt(item, path);
        setValue(result, path, present ?? values[fallback ?? source]);
      } else if (clause === 'ADD') {
        const [target = '', source = ''] = part.split(' ');
        const path = pathOf(target, substitutes);
        setValue(result, path, Number(valueAt(result, path) ?? 0) + Number(values[source]));
      } else {
        setValue(result, pathOf(part, substitutes), undefined);
      }
    }
  }
  return result;
}

/** Maps on the way are copied, as the item before is still compared with; undefined takes the attribute away. */
function setValue(item: Document, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) {
    const inner = { ...(item[name] as Document | undefined) };
    setValue(inner, rest, value);
    item[name] = inner;
  } else if (value === undefined) {
    delete item[name];
  } else {
    item[name] = value;
  }
}
