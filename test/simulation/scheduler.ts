import { type Clock, type Instant, toInstant } from '../../shared/core/kernel/time.ts';

interface Event {
  at: number;
  order: number;
  happen: () => void;
}

/** Lets everything that waits only for promises go on, until every process waits for the scheduler again. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Virtual time: events happen one after another in the order of their instants, and nothing happens in between. */
export class Scheduler implements Clock {
  readonly #heap: Event[] = [];
  #milliseconds: number;
  #instant: Instant;
  #orders = 0;

  constructor(start: Instant) {
    this.#milliseconds = Date.parse(start);
    this.#instant = start;
  }

  get milliseconds(): number {
    return this.#milliseconds;
  }

  now(): Instant {
    return this.#instant;
  }

  after(milliseconds: number, happen: () => void): void {
    this.at(this.#milliseconds + milliseconds, happen);
  }

  at(milliseconds: number, happen: () => void): void {
    this.#orders += 1;
    this.#push({ at: Math.max(milliseconds, this.#milliseconds), order: this.#orders, happen });
  }

  /** False when the world has not come to rest after so many events. */
  async run(mostEvents: number): Promise<boolean> {
    for (let events = 0; events < mostEvents; events += 1) {
      const next = this.#pop();
      if (!next) return true;
      if (next.at !== this.#milliseconds) {
        this.#milliseconds = next.at;
        this.#instant = toInstant(next.at);
      }
      next.happen();
      await settled();
    }
    return false;
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let index = heap.push(event) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (!parent || comesBefore(parent, event)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = event;
  }

  #pop(): Event | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (!first || !last || first === last) return first;
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      const lesser = right && left && comesBefore(right, left) ? right : left;
      if (!lesser || comesBefore(last, lesser)) break;
      heap[index] = lesser;
      index = 2 * index + (lesser === left ? 1 : 2);
    }
    heap[index] = last;
    return first;
  }
}

function comesBefore(one: Event, other: Event): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
