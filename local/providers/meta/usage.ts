const MillisecondsPerHour = 3_600_000;
const CallsPerHour = 4_800;
const CallsBeforeHeaders = 10;

export interface LoggedCall {
  at: string;
  method: string;
  path: string;
  status: number;
}

/** Counts calls for the usage headers, and keeps the last ones for whoever wants to see what was asked. */
export interface Usage {
  note(call: LoggedCall): void;
  /** Percentages of the page's budget; Graph sends them only after some calls. */
  headers(pageId: string | null): Record<string, string>;
  calls(): LoggedCall[];
}

const KeptCalls = 1_000;

export function createUsage(now: () => number): Usage {
  const calls: LoggedCall[] = [];
  return {
    note: (call) => {
      calls.push(call);
      if (calls.length > KeptCalls) calls.shift();
    },
    headers: (pageId) => {
      const since = new Date(now() - MillisecondsPerHour).toISOString();
      const recent = calls.filter((call) => call.at >= since).length;
      if (recent < CallsBeforeHeaders) return {};
      const percent = Math.min(99, Math.floor((recent * 100) / CallsPerHour));
      const usage = { call_count: percent, total_time: percent, total_cputime: percent };
      if (pageId === null) return { 'x-app-usage': JSON.stringify(usage) };
      const page = { [pageId]: [{ type: 'pages', ...usage, estimated_time_to_regain_access: 0 }] };
      return { 'x-business-use-case-usage': JSON.stringify(page) };
    },
    calls: () => [...calls],
  };
}
