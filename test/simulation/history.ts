/** What a fact was, and since when: the truth that the invariants are checked against. */
export class History<T> {
  readonly #states: { since: number; value: T }[];

  constructor(value: T) {
    this.#states = [{ since: Number.NEGATIVE_INFINITY, value }];
  }

  get current(): T {
    return this.#last.value;
  }

  change(now: number, value: T): void {
    this.#states.push({ since: now, value });
  }

  /** True when the fact was so at least for a moment of that time. */
  heldBetween(from: number, until: number, isSo: (value: T) => boolean): boolean {
    return this.#states.some(({ since, value }, index) => {
      const end = this.#states[index + 1]?.since ?? Number.POSITIVE_INFINITY;
      return since <= until && end >= from && isSo(value);
    });
  }

  get #last(): { since: number; value: T } {
    const last = this.#states.at(-1);
    if (!last) throw new Error('A history begins with its first state.');
    return last;
  }
}
