import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KillPoint } from '../../bin/kill/points.ts';
import { runKills } from '../../bin/kill/run-kills.ts';

/** Deaths that are over within seconds: those under a lease take as long as it, and are left to `npm run kill`. */
const Plans: KillPoint[][] = [
  ['after-wake', 'after-record'],
  ['before-capture', 'before-claim'],
  ['before-claim'],
  ['after-record'],
];

let stateDir: string;
beforeAll(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'earshot-kill-'));
});
afterAll(() => rmSync(stateDir, { recursive: true, force: true }));

describe('functions that are killed', () => {
  it.skipIf(process.platform !== 'linux')(
    'AR-12 answer every comment exactly once',
    async () => {
      const run = await runKills({
        ...{
          stateDir,
          seed: 1,
          kills: 6,
          plans: Plans,
          quietSeconds: 5,
          restSeconds: 3,
          mostSeconds: 240,
          pauseMilliseconds: 4_000,
        },
        stop: new AbortController().signal,
        tell: () => undefined,
      });
      expect(run).toEqual({
        kills: 6,
        comments: 4,
        ...{ doubles: 0, lost: 0, misrecorded: 0, miscounted: 0, handed: 0 },
        seconds: expect.any(Number),
        points: { 'after-record': 2, 'after-wake': 1, 'before-capture': 1, 'before-claim': 2 },
      });
    },
    300_000,
  );
});
