import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Day, someDay } from './day.ts';
import type { Ledger } from './ledger.ts';
import { addOrganization, type SimulatedOrganization, type Size, Sizes } from './organizations.ts';
import { Pipeline } from './pipeline.ts';
import { Chance } from './random.ts';
import { storesOn } from './stores.ts';
import { Timeline } from './timeline.ts';
import { scheduleWatchers } from './watchers.ts';

const DayStart = '2026-11-20T00:00:00.000Z';

export interface SimulatedDay {
  pipeline: Pipeline;
  day: Day;
  answered: number;
}

interface Setting {
  client: DynamoDBDocumentClient;
  /** Counts only what the day takes: connecting the organizations is forgotten. */
  ledger: Ledger;
  comments: number;
  /** Of the organizations of a full day, how many there are. */
  share?: number;
  began?: (pipeline: Pipeline) => void;
}

/** A day of comments through the shipped pipeline, on whatever database the client speaks to. */
export async function simulateDay(setting: Setting): Promise<SimulatedDay> {
  const { client, ledger, comments, share = 1, began } = setting;
  const chance = new Chance(7);
  const timeline = new Timeline(DayStart);
  const stores = storesOn(client);
  const organizations: SimulatedOrganization[] = [];
  for (const [size, { organizations: count }] of Object.entries(Sizes)) {
    for (let index = 0; index < count * share; index += 1) {
      organizations.push(await addOrganization(stores, size as Size, chance, DayStart));
    }
  }
  ledger.reset();
  const pipeline = new Pipeline({ stores, ledger, timeline, chance });
  began?.(pipeline);
  const day = someDay(organizations, comments, DayStart, chance);
  pipeline.schedule(day);
  scheduleWatchers({ stores, timeline, chance, dayStart: DayStart }, organizations);
  await timeline.run();
  return { pipeline, day, answered: pipeline.results.get('replied') ?? 0 };
}
