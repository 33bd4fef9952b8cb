import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Consoles } from './support/open-console.ts';

describe('ST-07 coming in', () => {
  let consoles: Consoles;

  beforeEach(async () => {
    consoles = await Consoles.start({ organization: 'none' });
  });

  afterEach(async () => {
    await consoles.close();
    expect(consoles.complaints).toEqual([]);
  });

  it('says what to do when e-mail and password do not match', async () => {
    const page = await consoles.visit('/');
    await page.getByLabel('E-mail').fill('mara@beanbar.example');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('do not match').waitFor();
  });

  it('leads a new person from the sign-up over their organization to the inbox', async () => {
    const page = await consoles.visit('/');
    await page.getByRole('button', { name: 'New here? Create an account' }).click();
    await page.getByLabel('E-mail').fill('noa@beanbar.example');
    await page.getByLabel('New password').fill('A-long-enough-1');
    await page.getByRole('button', { name: 'Create account' }).click();

    await page.getByLabel('Organization').fill('Bean Bar Porto');
    await page.getByLabel('Country').selectOption({ label: 'Portugal' });
    await page.getByRole('button', { name: 'Create organization' }).click();

    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await page.getByText('Bean Bar Porto').waitFor();
  });

  it('returns to the page that was asked for', async () => {
    const page = await consoles.visit('/reports');
    await page.getByLabel('E-mail').fill('mara@beanbar.example');
    await page.getByLabel('Password').fill('Listen-closely-1');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Organization').fill('Bean Bar');
    await page.getByRole('button', { name: 'Create organization' }).click();
    await page.getByRole('heading', { name: 'Reports' }).waitFor();
  });

  it('forgets the person who signs out', async () => {
    const page = await consoles.visitSignedIn('/');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate('localStorage.getItem("earshot.session")')).toBeNull();
  });
});
