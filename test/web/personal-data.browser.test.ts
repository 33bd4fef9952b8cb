import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Consoles } from './support/open-console.ts';

describe('personal data in the console', () => {
  let consoles: Consoles;

  beforeEach(async () => {
    consoles = await Consoles.start();
  });

  afterEach(async () => {
    await consoles.close();
    expect(consoles.complaints).toEqual([]);
  });

  const theirs = () =>
    consoles.interactions.find(({ isFromOwner, author }) => !isFromOwner && author.externalId);

  it('ST-06 gives an owner everything as one file', async () => {
    const page = await consoles.visitSignedIn('/settings/organization');
    await page.getByRole('button', { name: 'Export everything' }).click();
    await page.getByText('1204 entries were found.').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(gunzipSync(await readFile(await file.path())).toString()).toBe('{"file":1}\n{"file":2}\n');
  });

  it('ST-06 exports who wrote a comment, and erases them after asking once', async () => {
    const subject = theirs();
    const page = await consoles.visitSignedIn(`/inbox/${subject?.interactionId}`);
    await page.getByRole('button', { name: 'Export this person' }).click();
    await page.getByText('7 entries were found.').waitFor();
    await page.getByRole('button', { name: 'Erase this person' }).click();
    expect(consoles.earshot.calls).not.toContain('POST /v1/authors/erase');
    await page.getByRole('dialog').getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText(`Everything about ${subject?.author.name} is erased.`).waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/inbox');
  });
});
