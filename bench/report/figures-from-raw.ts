import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ObservedInteraction } from '../../shared/core/activity/observed-item.ts';
import { periodFigures } from '../../shared/core/reports/figures.ts';
import { previousPeriod } from '../../shared/core/reports/report-period.ts';
import { rollupsOf } from './busy-organization.ts';
import { Bounds, Month } from './month.ts';

/**
 * The peer, in a process of its own: reads every comment of both months and counts. They are lines of a file, faster to
 * read than any table, and it makes no report of the figures.
 */
const [file = ''] = process.argv.slice(2);
const months: Record<'current' | 'previous', ObservedInteraction[]> = { current: [], previous: [] };
for await (const line of createInterface({ input: createReadStream(file) })) {
  const comment: ObservedInteraction = JSON.parse(line);
  months[comment.commentedAt < Bounds.from ? 'previous' : 'current'].push(comment);
}
const bucketsOf = (comments: ObservedInteraction[]) =>
  [...rollupsOf(comments)].map(([bucket, counts]) => ({ bucket, counts }));
const { figures } = periodFigures(Month, bucketsOf(months.current));
periodFigures(previousPeriod(Month, 'monthly'), bucketsOf(months.previous));
const seconds = performance.now() / 1_000;
const { user, system } = process.cpuUsage();
const processorSeconds = (user + system) / 1_000_000;
const megabytes = process.resourceUsage().maxRSS / 1_024;
console.log(JSON.stringify({ seconds, processorSeconds, megabytes, figures }));
