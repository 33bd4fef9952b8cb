import { setTimeout as pause } from 'node:timers/promises';

const PollMilliseconds = 250;

/** Waits until something has come true on the running stack. @throws naming what did not happen in time. */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined | false>,
  seconds = 60,
): Promise<T> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Within ${seconds} seconds this did not happen: ${what}.`);
    await pause(PollMilliseconds);
  }
}

export interface Row {
  thread: string;
  step: string;
  outcome: string;
}

/** Prints what happens as it happens, and a table of it at the end. */
export class Report {
  readonly #rows: Row[] = [];
  readonly #total: number;
  readonly #print: (line: string) => void;

  constructor(totalSteps: number, print: (line: string) => void) {
    this.#total = totalSteps;
    this.#print = print;
  }

  /** Runs a step; its answer is what there is to say about it. */
  async step(thread: string, step: string, work: () => Promise<string>): Promise<void> {
    const number = this.#rows.length + 1;
    const started = Date.now();
    this.#print(`[${number}/${this.#total}] ${thread}: ${step} …`);
    const outcome = await work();
    this.#rows.push({ thread, step, outcome });
    this.#print(
      `[${number}/${this.#total}] ${thread}: ${step}: ${outcome} (${((Date.now() - started) / 1_000).toFixed(1)} s)`,
    );
  }

  table(): string {
    const header: Row = { thread: 'Thread', step: 'Step', outcome: 'Outcome' };
    const rows = [header, ...this.#rows];
    const width = (pick: (row: Row) => string) => Math.max(...rows.map((row) => pick(row).length));
    const [thread, step] = [width((row) => row.thread), width((row) => row.step)];
    const line = (row: Row) => `${row.thread.padEnd(thread)}  ${row.step.padEnd(step)}  ${row.outcome}`;
    const rule = '-'.repeat(Math.max(...rows.map((row) => line(row).length)));
    return [line(header), rule, ...this.#rows.map(line)].join('\n');
  }
}
