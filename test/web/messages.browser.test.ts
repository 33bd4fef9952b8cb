import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Consoles } from './support/open-console.ts';

describe('direct messages', () => {
  let consoles: Consoles;
  let page: Page;

  beforeEach(async () => {
    consoles = await Consoles.start();
    page = await consoles.visitSignedIn('/messages');
  });

  afterEach(async () => {
    await consoles.close();
    expect(consoles.complaints).toEqual([]);
  });

  it('CM-17 are read on both sides and answered while the platform takes messages', async () => {
    await page.getByRole('link', { name: /Clara Vogt/ }).click();
    await page.getByText('Story mention', { exact: true }).waitFor();
    await page.getByLabel('Write to Clara Vogt').fill('Yes: at seven, by the window.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const last = page.getByRole('list', { name: 'Conversation' }).getByRole('listitem').last();
    await expect.poll(() => last.textContent()).toContain('Yes: at seven, by the window.');
    expect(await page.getByLabel('Write to Clara Vogt').inputValue()).toBe('');
    await page.getByText('You: Yes: at seven, by the window.').waitFor();
  });

  it('cannot be written when the window has closed, and can be narrowed to who waits', async () => {
    await page.getByRole('link', { name: /Rui Matos/ }).click();
    await page.getByText('The platform has taken no messages since').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.getByRole('switch', { name: 'Only unanswered' }).click();
    await expect.poll(() => page.getByRole('link', { name: /Rui Matos/ }).count()).toBe(0);
  });
});
