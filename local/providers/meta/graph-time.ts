/** Graph writes `2026-11-18T09:12:31+0000`: no milliseconds, no colon in the offset. */
export function graphTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, '+0000');
}

/** Reads the times that Graph takes: seconds since 1970, or a date. */
export function instantOf(text: string | null): number | undefined {
  if (text === null) return undefined;
  return /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text);
}
