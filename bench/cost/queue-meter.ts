/** SQS counts a request for each 64 KB of what it carries. */
const ChunkBytes = 64 * 1024;
const MostPerRequest = 10;

/** Requests to queues: those of senders, and those of Lambda's pollers that found something. Empty polls are fixed costs. */
export class QueueMeter {
  requests = 0;

  /** A message is sent, received and deleted; together with up to nine others each time. */
  sent(bodies: readonly unknown[]): void {
    this.#carried(bodies.map((body) => Buffer.byteLength(JSON.stringify(body))));
  }

  consumed(bodies: readonly unknown[]): void {
    this.sent(bodies);
    this.requests += Math.ceil(bodies.length / MostPerRequest);
  }

  #carried(sizes: readonly number[]): void {
    for (let start = 0; start < sizes.length; start += MostPerRequest) {
      const bytes = sizes.slice(start, start + MostPerRequest).reduce((sum, size) => sum + size, 0);
      this.requests += Math.max(1, Math.ceil(bytes / ChunkBytes));
    }
  }
}
