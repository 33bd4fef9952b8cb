/**
 * A proxy, not a measurement: what an invocation waits for, at usual latencies, one after another. It says how pipelines
 * compare, and roughly what to expect.
 */
const Milliseconds = {
  overhead: 12,
  tableRequest: 4,
  queueRequest: 8,
  platformCall: 250,
  modelCall: 500,
  outputToken: 8,
} as const;

type Waits = Partial<Record<Exclude<keyof typeof Milliseconds, 'overhead'>, number>>;

export class LambdaMeter {
  invocations = 0;
  milliseconds = 0;

  invoked(waits: Waits): void {
    this.invocations += 1;
    this.milliseconds += Milliseconds.overhead;
    for (const [name, count] of Object.entries(waits)) {
      this.milliseconds += Milliseconds[name as keyof Waits] * count;
    }
  }
}
