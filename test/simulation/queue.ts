import type { Sighting } from '../../shared/core/interactions/sighting.ts';
import type { Faults } from './process.ts';
import type { Scheduler } from './scheduler.ts';

export type Body =
  | { queue: 'intake'; organizationId: string; sighting: Sighting }
  | { queue: 'replies'; organizationId: string; interactionId: string };

export interface Message {
  id: number;
  body: Body;
  receives: number;
  isDone: boolean;
}

/** As the stack sets them: six times the consumer's time-out, and five receives before the dead-letter queue. */
const VisibilitySeconds = { intake: 360, replies: 300 };
const MostReceives = 5;

interface Receivers {
  receive(message: Message): void;
  receiveDead(message: Message): void;
}

/** SQS: late, doubled and reordered messages; what is not deleted in time comes again, and at last lies among the dead. */
export class SimulatedQueue {
  readonly #scheduler: Scheduler;
  readonly #faults: Faults;
  readonly #receivers: Receivers;
  #messages = 0;

  constructor(scheduler: Scheduler, faults: Faults, receivers: Receivers) {
    this.#scheduler = scheduler;
    this.#faults = faults;
    this.#receivers = receivers;
  }

  send(body: Body, delaySeconds = 0): void {
    const { random, severity } = this.#faults;
    // Only a reply's wake-up may get lost, between its put and its send; the timer heals that.
    if (body.queue === 'replies' && random.chance(0.03 * severity)) return;
    const copies = random.chance(0.1 * severity) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      this.#messages += 1;
      const message = { id: this.#messages, body, receives: 0, isDone: false };
      const late = random.chance(0.1 * severity)
        ? random.between(0, 60_000)
        : random.between(1, 300) * severity;
      this.#scheduler.after(delaySeconds * 1_000 + late, () => this.#deliver(message));
    }
  }

  #deliver(message: Message): void {
    if (message.isDone) return;
    message.receives += 1;
    this.#scheduler.after(VisibilitySeconds[message.body.queue] * 1_000, () => this.#deliver(message));
    if (message.receives > MostReceives) this.#receivers.receiveDead(message);
    else {
      this.#receivers.receive(message);
      if (this.#faults.deliversTwice(message.body.queue)) this.#receivers.receive(message);
    }
  }
}
