/** What a caller asks of a list: how many items at most, and where the page before ended. */
export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
}

/** One page of a list; no `cursor` means that this was the last one. */
export interface Page<T> {
  items: T[];
  cursor?: string | undefined;
}
