import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Consoles } from './support/open-console.ts';

describe('the press pages of the console', () => {
  let consoles: Consoles;

  beforeEach(async () => {
    consoles = await Consoles.start();
  });

  afterEach(async () => {
    await consoles.close();
    expect(consoles.complaints).toEqual([]);
  });

  it('PM-20 tell what the press made of a campaign, and where Earshot looks', async () => {
    const page = await consoles.visitSignedIn('/press/campaigns');
    await page.getByRole('link', { name: 'Autumn blend' }).click();
    await page.getByRole('heading', { name: 'Clippings per week' }).waitFor();
    expect(await page.getByRole('table', { name: 'Clippings per week' }).textContent()).toContain(
      'Nov 16, 2026',
    );

    await page.getByText('Monitoring', { exact: true }).click();
    await page.getByText('https://kaffee-magazin.example/feed.xml').waitFor();
    await page.getByText('Has found').waitFor();
    await page.getByRole('button', { name: 'Look on' }).waitFor();
  });

  it('PM-03 record recipients from a table, and name the rows that cannot be used', async () => {
    const page = await consoles.visitSignedIn('/press/campaigns/cmp_autumn?view=recipients');
    await page.getByRole('row', { name: /Ana Sousa/ }).waitFor();
    await page.getByRole('button', { name: 'Upload recipients' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('File').setInputFiles({
      name: 'recipients.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('email\nana@jornal.example\nx@y.example'),
    });
    await dialog.getByRole('button', { name: 'Upload recipients' }).click();
    await dialog.getByText('1 recipient was recorded.').waitFor();
    await dialog.getByText('Row 3: Nobody has the address x@y.example.').waitFor();
  });
});
