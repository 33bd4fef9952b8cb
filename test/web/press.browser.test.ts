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

  it('PM-04 change what is looked for in a campaign that is under way', async () => {
    const page = await consoles.visitSignedIn('/press/campaigns/cmp_autumn');
    await page.getByRole('button', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit “Autumn blend”' });
    expect(await dialog.getByLabel('Keywords').inputValue()).toBe('Bean Bar, autumn blend');
    await dialog.getByLabel('Name').fill('Autumn and winter');
    await dialog.getByLabel('Keywords').fill('Bean Bar, winter blend');
    await dialog.getByLabel('Least score').fill('85');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Autumn and winter' }).waitFor();

    await page.getByRole('button', { name: 'Edit' }).click();
    expect(await page.getByLabel('Keywords').inputValue()).toBe('Bean Bar, winter blend');
    expect(await page.getByLabel('Least score').inputValue()).toBe('85');
    expect(await page.getByLabel('Search Google News as well').isChecked()).toBe(true);
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

  it('PM-12 keep out what is no coverage, let a pattern rest, and delete it', async () => {
    const page = await consoles.visitSignedIn('/press/spam-patterns');
    await page.getByText('14 articles kept out').waitFor();
    await page.getByRole('button', { name: 'New pattern' }).click();
    await page.getByLabel('Looks at').selectOption({ label: 'Words in the title' });
    await page.getByLabel('Pattern', { exact: true }).fill('win(ner)? of the week');
    await page.getByLabel('It is a regular expression (RE2)').check();
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'win(ner)? of the week' }).waitFor();

    const rest = page.getByRole('switch', { name: 'Keep out “press-portal.example”' });
    await rest.click();
    await expect.poll(() => rest.getAttribute('aria-checked')).toBe('false');
    await page.getByRole('button', { name: 'Delete' }).last().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
  });

  it('PM-02 find the feeds of a publication, and PM-31 settle what the directory says differently', async () => {
    const page = await consoles.visitSignedIn('/press/publications');
    await page.getByRole('row', { name: /Title Kaffee Magazin KAFFEE Magazin/ }).waitFor();
    await page.getByRole('button', { name: 'Take over' }).click();
    await expect.poll(() => page.getByText('What the directory says differently').count()).toBe(0);

    await page.getByRole('button', { name: 'Find feeds' }).click();
    await page.getByText('1 new feed was found').waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Keywords of its own').fill('espresso, filter');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(consoles.earshot.calls).toContain('PATCH /v1/publications/pub_1');
  });

  it('PM-03 add a journalist with the outlet that they write for', async () => {
    const page = await consoles.visitSignedIn('/press/contacts');
    await page.getByText('Editor · Kaffee Magazin · ana@kaffee-magazin.example').waitFor();
    await page.getByRole('button', { name: 'New journalist' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Rui Costa');
    await page.getByLabel('Kaffee Magazin').check();
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Rui Costa' }).waitFor();
  });

  it('PM-11 enter coverage that no feed reports, and take all of it away as a spreadsheet', async () => {
    const page = await consoles.visitSignedIn('/press/clippings');
    await page.getByRole('button', { name: 'Enter coverage' }).click();
    await page.getByLabel('Headline').fill('A cup of autumn');
    await page.getByLabel('Outlet', { exact: true }).fill('Harbour Times');
    await page.getByLabel('Published').fill('2026-11-19');
    await page.getByRole('button', { name: 'Save' }).click();
    const entered = page.getByRole('article').filter({ hasText: 'A cup of autumn' });
    await entered.getByText('Nov 19, 2026').waitFor();
    await entered.getByText('Entered by hand').waitFor();

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spreadsheet (XLSX)' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('clippings.xlsx');
  });

  it('PM-20 correct a clipping, and delete what was entered by mistake', async () => {
    const page = await consoles.visitSignedIn('/press/clippings');
    await page.getByRole('button', { name: 'Correct' }).click();
    await page.getByLabel('Tone').selectOption({ label: 'Negative' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('article').first().getByText('Negative').waitFor();
    expect(await page.getByRole('button', { name: 'Delete' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Enter coverage' }).click();
    await page.getByLabel('Headline').fill('A mistake');
    await page.getByLabel('Outlet', { exact: true }).fill('Harbour Times');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'A mistake' }).waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => page.getByRole('heading', { name: 'A mistake' }).count()).toBe(0);
  });

  it('PM-12 mark an article as spam, and keep its like out', async () => {
    const page = await consoles.visitSignedIn('/press/suggestions');
    await page.getByRole('button', { name: 'Spam, and keep its like out' }).first().click();
    await page.getByLabel('Keep out').selectOption({ label: 'Everything of its outlet' });
    await page.getByRole('dialog').getByRole('button', { name: 'Keep out' }).click();
    await page.getByText('was marked as spam').waitFor();
  });
});
