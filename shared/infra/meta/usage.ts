import * as z from 'zod';

const AppUsage = z.object({ call_count: z.number(), total_time: z.number(), total_cputime: z.number() });
const BusinessUsage = z.record(
  z.string(),
  z.array(AppUsage.extend({ estimated_time_to_regain_access: z.number().default(0) })),
);

/** How much of a budget is spent, as Graph's headers say it after some calls. */
export interface Usage {
  /** The highest of all figures; throttled at 100. */
  percent: number;
  /** Zero while there is still something left. */
  minutesToRegainAccess: number;
}

type Headers = Record<string, string | undefined>;

/** Reads `X-Business-Use-Case-Usage`, which goes before `X-App-Usage`; undefined where neither was sent. */
export function usageOf(headers: Headers): Usage | undefined {
  const business = BusinessUsage.safeParse(jsonOf(headers['x-business-use-case-usage']));
  if (business.success) {
    const entries = Object.values(business.data).flat();
    return {
      percent: Math.max(0, ...entries.flatMap(figures)),
      minutesToRegainAccess: Math.max(0, ...entries.map((entry) => entry.estimated_time_to_regain_access)),
    };
  }
  const app = AppUsage.safeParse(jsonOf(headers['x-app-usage']));
  return app.success ? { percent: Math.max(...figures(app.data)), minutesToRegainAccess: 0 } : undefined;
}

/** After a throttle: what the header says, else nothing, and the caller waits as long as the whole window. */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const minutes = usageOf(headers)?.minutesToRegainAccess ?? 0;
  return minutes > 0 ? minutes * 60 : undefined;
}

function figures(usage: z.infer<typeof AppUsage>): number[] {
  return [usage.call_count, usage.total_time, usage.total_cputime];
}

function jsonOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
