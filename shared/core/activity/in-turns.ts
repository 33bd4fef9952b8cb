/** Enough to hide the latency of the table, few enough not to be throttled by a fresh one. */
const AtOnce = 20;

/** Does pieces of work, some of them beside each other. */
export async function inTurns(work: readonly (() => Promise<void>)[]): Promise<void> {
  for (let start = 0; start < work.length; start += AtOnce) {
    await Promise.all(work.slice(start, start + AtOnce).map((piece) => piece()));
  }
}
