/** The item that an expression is about, as documents. */
type Document = Record<string, unknown>;

/** What stands for names and values in an expression. */
export interface Substitutes {
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Record<string, unknown> | undefined;
}

/** Evaluates the condition expressions that the stores send, exactly as the documentation of DynamoDB defines them. */
export function holds(expression: string, item: Document | undefined, substitutes: Substitutes): boolean {
  return new Evaluation(expression, item ?? {}, substitutes).condition();
}

const Tokens = /\(|\)|,|<=|>=|<>|=|<|>|[#:]\w+(?:\.[#\w]+)*|\w+/g;

class Evaluation {
  readonly #tokens: string[];
  readonly #item: Document;
  readonly #substitutes: Substitutes;
  #at = 0;

  constructor(expression: string, item: Document, substitutes: Substitutes) {
    this.#tokens = expression.match(Tokens) ?? [];
    this.#item = item;
    this.#substitutes = substitutes;
  }

  condition(): boolean {
    let result = this.#conjunction();
    while (this.#takes('OR')) result = this.#conjunction() || result;
    return result;
  }

  #conjunction(): boolean {
    let result = this.#term();
    while (this.#takes('AND')) result = this.#term() && result;
    return result;
  }

  #term(): boolean {
    if (this.#takes('NOT')) return !this.#term();
    if (this.#takes('(')) {
      const result = this.condition();
      this.#expect(')');
      return result;
    }
    const name = this.#next();
    if (this.#takes('(')) return this.#called(name);
    return this.#compared(this.#value(name));
  }

  #called(name: string): boolean {
    const operands = [this.#value(this.#next())];
    while (this.#takes(',')) operands.push(this.#value(this.#next()));
    this.#expect(')');
    const [first, second] = operands;
    if (name === 'attribute_exists') return first !== undefined;
    if (name === 'attribute_not_exists') return first === undefined;
    if (name === 'begins_with') return typeof first === 'string' && first.startsWith(String(second));
    if (name === 'contains')
      return Array.isArray(first) ? first.includes(second) : String(first ?? '').includes(String(second));
    throw new TypeError(`The function ${name} is not known here.`);
  }

  #compared(left: unknown): boolean {
    const operator = this.#next();
    if (operator === 'BETWEEN') {
      const low = this.#value(this.#next());
      this.#expect('AND');
      const high = this.#value(this.#next());
      return compare(left, low) >= 0 && compare(left, high) <= 0;
    }
    if (operator === 'IN') {
      this.#expect('(');
      const values = [this.#value(this.#next())];
      while (this.#takes(',')) values.push(this.#value(this.#next()));
      this.#expect(')');
      return values.includes(left);
    }
    const right = this.#value(this.#next());
    if (operator === '=') return left === right;
    if (operator === '<>') return left !== right;
    const order = compare(left, right);
    if (operator === '<') return order < 0;
    if (operator === '<=') return order <= 0;
    return operator === '>' ? order > 0 : order >= 0;
  }

  #value(token: string): unknown {
    return token.startsWith(':')
      ? this.#substitutes.ExpressionAttributeValues?.[token]
      : valueAt(this.#item, pathOf(token, this.#substitutes));
  }

  #takes(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #next(): string {
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    return token;
  }

  #expect(token: string): void {
    const found = this.#next();
    if (found !== token) throw new SyntaxError(`Expected ${token} and found ${found || 'the end'}.`);
  }
}

/** NaN, which is neither less nor greater, where a value is missing or of another type. */
function compare(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left !== 'string' || typeof right !== 'string') return Number.NaN;
  if (left === right) return 0;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

export function pathOf(token: string, { ExpressionAttributeNames: names = {} }: Substitutes): string[] {
  return token.split('.').map((part) => names[part] ?? part);
}

export function valueAt(item: Document, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, part) => (found === null || typeof found !== 'object' ? undefined : (found as Document)[part]),
    item,
  );
}
