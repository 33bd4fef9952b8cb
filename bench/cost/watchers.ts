import { toInstant } from '../../shared/core/kernel/time.ts';
import type { SimulatedOrganization } from './organizations.ts';
import type { Chance } from './random.ts';
import type { Stores } from './stores.ts';
import type { Timeline } from './timeline.ts';

const Minute = 60_000;
const Hour = 60 * Minute;
/** An open console looks every second; what it stores is renewed every half an hour. */
const RenewedEvery = 30 * Minute;
const VisitMinutes = 10;
const VisitsOfSmall = 2;

/** From when to when somebody of an organization has the console open, in milliseconds of the day. */
type Watch = [from: number, until: number];

/** Large organizations watch around the clock, medium ones in office hours, small ones look in twice a day. */
function watchesOf({ size }: SimulatedOrganization, chance: Chance): Watch[] {
  if (size === 'large') return [[0, 24 * Hour]];
  if (size === 'medium') return [[8 * Hour, 18 * Hour]];
  return Array.from({ length: VisitsOfSmall }, () => {
    const from = chance.between(8 * Hour, 18 * Hour);
    return [from, from + VisitMinutes * Minute];
  });
}

/** Events are filed only where somebody follows: who does, and when, decides what they cost. */
export function scheduleWatchers(
  {
    stores,
    timeline,
    chance,
    dayStart,
  }: { stores: Stores; timeline: Timeline; chance: Chance; dayStart: string },
  organizations: readonly SimulatedOrganization[],
): void {
  for (const organization of organizations) {
    for (const [from, until] of watchesOf(organization, chance)) {
      for (let at = Date.parse(dayStart) + from; at <= Date.parse(dayStart) + until; at += RenewedEvery) {
        timeline.at(at, async () => {
          await stores.activity.follow(organization.context, toInstant(at));
        });
      }
    }
  }
}
