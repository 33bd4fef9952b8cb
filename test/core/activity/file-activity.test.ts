import { expect, it } from 'vitest';
import type { ActivityEvent } from '../../../shared/core/activity/activity-event.ts';
import { fileActivity } from '../../../shared/core/activity/file-activity.ts';
import { aChange, anObservedInteraction } from '../../support/changes.ts';

const Now = '2026-11-20T12:00:08.000Z';

async function filed(changes: Parameters<typeof aChange>[1][], now = Now) {
  const appended: { organizationId: string; filedAt: string; ids: string[] }[] = [];
  const append = async (
    { organizationId }: { organizationId: string },
    filedAt: string,
    events: readonly ActivityEvent[],
  ) => {
    appended.push({ organizationId, filedAt, ids: events.map(({ id }) => id) });
  };
  const activity = { follow: async () => now, append, since: async function* () {} };
  await fileActivity(
    { activity },
    changes.map((change) => aChange({ after: anObservedInteraction() }, change)),
    now,
  );
  return appended;
}

it('RT-01 files what happened in one organization together, under the time of the earliest', async () => {
  const changes = [
    { eventId: 'e2', at: '2026-11-20T12:00:02.000Z' },
    { eventId: 'e1', at: '2026-11-20T12:00:01.000Z' },
    { eventId: 'e3', at: '2026-11-20T12:00:03.000Z', organizationId: 'org_teahouse' },
  ];
  expect(await filed(changes)).toEqual([
    {
      organizationId: 'org_beanbar',
      filedAt: '2026-11-20T12:00:01.000Z',
      ids: ['2026-11-20T12:00:02.000Z_e2', '2026-11-20T12:00:01.000Z_e1'],
    },
    {
      organizationId: 'org_teahouse',
      filedAt: '2026-11-20T12:00:03.000Z',
      ids: ['2026-11-20T12:00:03.000Z_e3'],
    },
  ]);
});

it('RT-02 files what comes later than readers look back under the present', async () => {
  expect(await filed([{ at: '2026-11-20T11:59:57.000Z' }, { at: '2026-11-20T12:00:07.000Z' }])).toMatchObject(
    [{ filedAt: Now }],
  );
});
