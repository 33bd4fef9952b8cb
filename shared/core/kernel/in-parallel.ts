/** Does work for every item of a list, for so many of them at once. The first failure is thrown, what runs still ends. */
export async function inParallel<T>(
  list: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = list.values();
  const workers = Array.from({ length: Math.min(atOnce, list.length) }, async () => {
    for (const item of queue) await work(item);
  });
  const failed = (await Promise.allSettled(workers)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}
