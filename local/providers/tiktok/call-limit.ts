const MillisecondsPerMinute = 60_000;
const CallsPerMinute = 40;
const KeptCalls = 1_000;

export interface LoggedCall {
  at: string;
  method: string;
  path: string;
  /** Of the answer's envelope; null where the connection was cut. */
  code: number | null;
}

/** Every account may call every endpoint 40 times a minute; the last calls are kept for whoever wants to see them. */
export interface CallLimit {
  /** Counts a call; false when it is one too many. */
  take(account: string, path: string): boolean;
  note(call: LoggedCall): void;
  calls(): LoggedCall[];
}

export function createCallLimit(now: () => number): CallLimit {
  const times = new Map<string, number[]>();
  const log: LoggedCall[] = [];
  return {
    take: (account, path) => {
      const key = `${account} ${path}`;
      const recent = (times.get(key) ?? []).filter((time) => time > now() - MillisecondsPerMinute);
      const isAllowed = recent.length < CallsPerMinute;
      times.set(key, isAllowed ? [...recent, now()] : recent);
      return isAllowed;
    },
    note: (call) => {
      log.push(call);
      if (log.length > KeptCalls) log.shift();
    },
    calls: () => [...log],
  };
}
