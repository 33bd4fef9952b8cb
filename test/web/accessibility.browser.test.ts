import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Consoles } from './support/open-console.ts';

const paths = [
  '/inbox',
  '/inbox/int_wait',
  '/inbox/int_answered',
  '/messages',
  '/messages/cnv_1',
  '/messages/cnv_2',
  '/automation',
  '/automation?view=executions',
  '/automation?view=figures',
  '/automation?view=tester',
  '/automation?view=backtest',
  '/automation?view=templates',
  '/automation?view=blocklist',
  '/analytics',
  '/press/suggestions',
  '/press/clippings',
  '/press/campaigns',
  '/press/campaigns/cmp_autumn',
  '/press/campaigns/cmp_autumn?view=recipients',
  '/press/campaigns/cmp_autumn?view=monitoring',
  '/press/publications',
  '/press/contacts',
  '/press/spam-patterns',
  '/reports',
  '/settings/accounts',
  '/settings/webhooks',
  '/settings/members',
  '/settings/organization',
];

/** Axe looks at every page, and a busy machine gives each a few seconds. */
const EveryPageMilliseconds = 240_000;

/** Everything is there once no grey line stands in for it. */
async function settled(page: Page): Promise<void> {
  await page.locator('main :is(h1, h2)').filter({ visible: true }).first().waitFor();
  await expect.poll(() => page.locator('.skeleton-list').count()).toBe(0);
}

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

describe('UI the console is for everybody', () => {
  let consoles: Consoles;

  beforeAll(async () => {
    consoles = await Consoles.start();
  });

  afterAll(async () => {
    await consoles.close();
  });

  it.each(['light', 'dark'] as const)(
    'has no serious finding of axe in the %s theme',
    async (colorScheme) => {
      const page = await consoles.visitSignedIn('/inbox', { colorScheme });
      const findings: Record<string, string[]> = {};
      for (const path of paths) {
        await page.goto(path);
        await settled(page);
        const found = await seriousFindings(page);
        if (found.length > 0) findings[path] = found;
      }
      expect(findings).toEqual({});
    },
    EveryPageMilliseconds,
  );

  it('has none on the way in, nor in its dialogs', async () => {
    const outside = await consoles.visit('/');
    await outside.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await seriousFindings(outside)).toEqual([]);

    const page = await consoles.visitSignedIn('/automation');
    await page.getByRole('button', { name: 'New rule' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it.each(['en', 'de', 'pt'])(
    'fits a phone of 360 pixels in %s without scrolling sideways',
    async (locale) => {
      const page = await consoles.visitSignedIn('/inbox', { locale, viewport: { width: 360, height: 740 } });
      const tooWide: string[] = [];
      for (const path of paths) {
        await page.goto(path);
        await settled(page);
        const width = await page.evaluate<number>(
          'Math.max(document.documentElement.scrollWidth, document.querySelector("main").scrollWidth)',
        );
        if (width > 360) tooWide.push(`${path}: ${width}`);
      }
      expect(tooWide).toEqual([]);
    },
    EveryPageMilliseconds,
  );
});
