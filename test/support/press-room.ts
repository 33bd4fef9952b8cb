import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { nextCrawlAt } from '../../shared/core/coverage/next-crawl.ts';
import { fixedClock } from './clock.ts';
import { aContext } from './contexts.ts';
import { type FeedHosts, startFeedHosts } from './feed-host.ts';
import { pressDesk } from './press-desk.ts';
import { type StartedTable, startTable } from './start-table.ts';

const Monday = '2026-11-16T12:00:00.000Z';

/** A table and feed hosts for the tests of one file; every test starts on the same Monday noon. */
export function openPressRoom() {
  const clock = fixedClock(Monday);
  let started: StartedTable;
  let hosts: FeedHosts;
  let desks = 0;

  beforeAll(async () => {
    started = await startTable();
  });
  afterAll(() => started.stop());
  beforeEach(async () => {
    clock.set(Monday);
    hosts = await startFeedHosts();
  });
  afterEach(() => hosts.stop());

  return {
    clock,
    /** Until after the next 06:00 in Berlin. */
    nextMorning: () => clock.set(nextCrawlAt(clock.now(), 'daily')),
    /** An organization with hosts of its own, so that no feed is shared between tests. */
    desk: () => {
      desks += 1;
      const suffix = `-${desks}.example`;
      return {
        ...pressDesk(started.table, hosts, clock),
        table: started.table,
        hosts,
        context: aContext({ organizationId: `org_press${desks}` }),
        own: (address: string) => address.replace('.example', suffix),
        requests: () => hosts.requests.filter((address) => address.includes(`${suffix}/`)),
      };
    },
  };
}
