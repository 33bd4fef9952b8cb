/** A condition on an item as data, so that it can be built, compared and tested without a database. */
export type Condition =
  | { absent: string }
  | { present: string }
  | { equals: readonly [attribute: string, value: unknown] }
  | { differs: readonly [attribute: string, value: unknown] }
  | { lessThan: readonly [attribute: string, value: unknown] }
  | { atMost: readonly [attribute: string, value: unknown] }
  | { greaterThan: readonly [attribute: string, value: unknown] }
  | { atLeast: readonly [attribute: string, value: unknown] }
  | { beginsWith: readonly [attribute: string, value: string] }
  | { contains: readonly [attribute: string, value: unknown] }
  | { in: readonly [attribute: string, values: readonly unknown[]] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };

const Comparators = {
  equals: '=',
  differs: '<>',
  lessThan: '<',
  atMost: '<=',
  greaterThan: '>',
  atLeast: '>=',
} as const;

/** What a change does to an item's attributes; `undefined` values are left out. Paths may be nested: `reply.state`. */
export interface Changes {
  set?: Record<string, unknown>;
  /** Set only where the attribute does not exist yet. */
  setIfAbsent?: Record<string, unknown>;
  /** Adds to a number, or to a set; starts at 0. */
  add?: Record<string, unknown>;
  remove?: readonly string[];
}

/** Collects placeholders, so that no attribute name or value is ever part of the expression's text. */
export class Placeholders {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, unknown> = {};

  path(attribute: string): string {
    return attribute
      .split('.')
      .map((part) => {
        const placeholder = `#${part.replaceAll(/[^A-Za-z0-9_]/g, '_')}`;
        const taken = this.names[placeholder];
        const unique =
          taken === undefined || taken === part
            ? placeholder
            : `${placeholder}_${Object.keys(this.names).length}`;
        this.names[unique] = part;
        return unique;
      })
      .join('.');
  }

  value(value: unknown): string {
    const placeholder = `:v${Object.keys(this.values).length}`;
    this.values[placeholder] = value;
    return placeholder;
  }

  /** The two attributes of a request; absent when empty, as DynamoDB refuses empty maps. */
  attributes(): {
    ExpressionAttributeNames?: Record<string, string>;
    ExpressionAttributeValues?: Record<string, unknown>;
  } {
    return {
      ...(Object.keys(this.names).length > 0 && { ExpressionAttributeNames: this.names }),
      ...(Object.keys(this.values).length > 0 && { ExpressionAttributeValues: this.values }),
    };
  }
}

/** Writes a condition in DynamoDB's expression language. */
export function conditionExpression(condition: Condition, to: Placeholders): string {
  if ('absent' in condition) return `attribute_not_exists(${to.path(condition.absent)})`;
  if ('present' in condition) return `attribute_exists(${to.path(condition.present)})`;
  if ('beginsWith' in condition) {
    return `begins_with(${to.path(condition.beginsWith[0])}, ${to.value(condition.beginsWith[1])})`;
  }
  if ('contains' in condition) {
    return `contains(${to.path(condition.contains[0])}, ${to.value(condition.contains[1])})`;
  }
  if ('in' in condition) {
    const values = condition.in[1].map((value) => to.value(value));
    return `${to.path(condition.in[0])} IN (${values.join(', ')})`;
  }
  if ('all' in condition) return joined(condition.all, ' AND ', to);
  if ('any' in condition) return joined(condition.any, ' OR ', to);
  if ('not' in condition) return `NOT (${conditionExpression(condition.not, to)})`;
  return comparison(condition, to);
}

function comparison(condition: Condition, to: Placeholders): string {
  for (const [name, sign] of Object.entries(Comparators)) {
    const operands = (condition as Record<string, readonly [string, unknown] | undefined>)[name];
    if (operands) return `${to.path(operands[0])} ${sign} ${to.value(operands[1])}`;
  }
  throw new TypeError(`Unknown condition ${JSON.stringify(condition)}`);
}

function joined(parts: readonly Condition[], separator: string, to: Placeholders): string {
  if (parts.length === 0) throw new TypeError('A condition of no parts is neither true nor false.');
  return parts.map((part) => `(${conditionExpression(part, to)})`).join(separator);
}

/** Writes changes as an update expression; undefined when nothing would change. */
export function updateExpression(changes: Changes, to: Placeholders): string | undefined {
  const set = [
    ...defined(changes.set).map(([path, value]) => `${to.path(path)} = ${to.value(value)}`),
    ...defined(changes.setIfAbsent).map(
      ([path, value]) => `${to.path(path)} = if_not_exists(${to.path(path)}, ${to.value(value)})`,
    ),
  ];
  const add = defined(changes.add).map(([path, value]) => `${to.path(path)} ${to.value(value)}`);
  const remove = (changes.remove ?? []).map((path) => to.path(path));
  const clauses = [
    set.length > 0 && `SET ${set.join(', ')}`,
    remove.length > 0 && `REMOVE ${remove.join(', ')}`,
    add.length > 0 && `ADD ${add.join(', ')}`,
  ].filter((clause) => clause !== false);
  return clauses.length > 0 ? clauses.join(' ') : undefined;
}

function defined(record: Record<string, unknown> | undefined): [string, unknown][] {
  return Object.entries(record ?? {}).filter(([, value]) => value !== undefined);
}
