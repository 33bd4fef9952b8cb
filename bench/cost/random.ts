import { seededRandom } from '../support/press-texts.ts';

/** Chance with a seed: the same day in every run. */
export class Chance {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededRandom(seed);
  }

  between(low: number, high: number): number {
    return low + this.#next() * (high - low);
  }

  integer(below: number): number {
    return Math.floor(this.#next() * below);
  }

  happens(share: number): boolean {
    return this.#next() < share;
  }

  one<T>(list: readonly T[]): T {
    return list[this.integer(list.length)] as T;
  }

  /** One of several, each as often as its weight says. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const entries = Object.entries(weights) as [T, number][];
    let left = this.#next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of entries) {
      left -= weight;
      if (left < 0) return value;
    }
    return (entries.at(-1) as [T, number])[0];
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.#next());
  }

  /** As many things that people do are spread: most small, a few large. */
  logNormal(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.#next())) * Math.cos(2 * Math.PI * this.#next());
    return median * Math.exp(spread * normal);
  }

  digits(count: number): string {
    return Array.from(
      { length: count },
      (_, index) => this.integer(index === 0 ? 9 : 10) + (index === 0 ? 1 : 0),
    ).join('');
  }

  /** As random as the bytes of a real id. */
  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.integer(256));
  }
}
