import { type Clock, toInstant } from '../../shared/core/kernel/time.ts';

interface Entry {
  at: number;
  order: number;
  work: () => Promise<void>;
}

/** What happens when: work in the order of its times, with a clock that jumps from one to the next. */
export class Timeline {
  readonly #heap: Entry[] = [];
  #order = 0;
  #now: number;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  readonly clock: Clock = { now: () => toInstant(this.#now) };

  get now(): number {
    return this.#now;
  }

  at(milliseconds: number, work: () => Promise<void>): void {
    this.#order += 1;
    const heap = this.#heap;
    heap.push({ at: Math.max(milliseconds, this.#now), order: this.#order, work });
    for (let index = heap.length - 1; index > 0; ) {
      const parent = (index - 1) >> 1;
      if (!this.#swapped(parent, index)) break;
      index = parent;
    }
  }

  async run(): Promise<void> {
    for (let next = this.#take(); next; next = this.#take()) {
      this.#now = next.at;
      await next.work();
    }
  }

  #take(): Entry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || first === last) return first;
    heap[0] = last;
    for (let index = 0; ; ) {
      const left = 2 * index + 1;
      const right = left + 1;
      const smaller = right < heap.length && isBefore(heap[right], heap[left]) ? right : left;
      if (smaller >= heap.length || !this.#swapped(index, smaller)) return first;
      index = smaller;
    }
  }

  /** Puts the earlier of two entries on top. */
  #swapped(upper: number, lower: number): boolean {
    const heap = this.#heap;
    const [above, below] = [heap[upper], heap[lower]];
    if (!above || !below || !isBefore(below, above)) return false;
    heap[upper] = below;
    heap[lower] = above;
    return true;
  }
}

function isBefore(one: Entry | undefined, other: Entry | undefined): boolean {
  if (!one || !other) return false;
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
