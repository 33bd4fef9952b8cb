import type { Quota, YouTubeState } from './state.ts';
import { quotaExceeded } from './youtube-error.ts';

const DailyUnits = 10_000;
const californianDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' });

export function quotaOf(state: YouTubeState, now: number): Quota {
  const day = californianDay.format(now);
  const known = state.quota.get('project');
  return known?.day === day ? known : { day, used: 0, limit: known?.limit ?? DailyUnits };
}

/** Every request costs, also one that is refused. @throws YouTubeError */
export function spend(state: YouTubeState, units: number, now: number): void {
  const quota = quotaOf(state, now);
  if (quota.used + units > quota.limit) throw quotaExceeded();
  state.quota.put('project', { ...quota, used: quota.used + units });
}
