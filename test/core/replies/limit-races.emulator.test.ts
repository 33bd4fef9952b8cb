import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interactionStore } from '../../../shared/infra/dynamo/interaction-store.ts';
import { limitStore, limitWrites } from '../../../shared/infra/dynamo/limit-store.ts';
import { Table } from '../../../shared/infra/dynamo/table.ts';
import { faultyClient } from '../../support/faulty-client.ts';
import { LimitRace, type RaceTrack, type TableFault } from '../../support/limit-race.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

const Races = 9;

let started: StartedTable;
beforeAll(async () => {
  started = await startTable();
});
afterAll(() => started.stop());

function trackOf({ faultOf, context }: LimitRace): RaceTrack {
  const { table, tableName, endpoint } = started;
  const client = faultyClient({ endpoint, faultOf });
  const faulty = new Table({ client, tableName, signingKey: async () => 'a signing key for tests' });
  return {
    prepared: {
      interactions: interactionStore(table),
      setUsage: (usage) => table.tenant(context).transact(limitWrites({ usage }, '')),
    },
    faulty: { interactions: interactionStore(faulty), limits: limitStore(faulty) },
  };
}

describe('the last slot of a limit, on the table', () => {
  it('AR-10 I4 goes to exactly one of 50 workers with conflicts, throttles and lost commits, and the others wait', async () => {
    const injected = new Set<TableFault>();
    for (let index = 0; index < Races; index += 1) {
      const race = new LimitRace(index);
      const { answered, handed, waiting, posted, holders, usedInDay } = await race.run(trackOf(race));
      const winners = [...answered, ...handed];
      expect({ index, winners: winners.length, waiting: waiting.length, usedInDay }).toEqual({
        index,
        ...race.expected,
      });
      expect({ index, holders, posted }).toEqual({ index, holders: winners, posted: answered.length });
      for (const fault of race.injected) injected.add(fault);
    }
    expect(injected).toEqual(new Set(['throttled', 'conflict', 'commit_lost']));
  }, 120_000);
});
