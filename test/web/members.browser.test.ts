import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Consoles } from './support/open-console.ts';

describe('UI-05 the members of an organization', () => {
  let consoles: Consoles;

  beforeEach(async () => {
    consoles = await Consoles.start();
  });

  afterEach(async () => {
    await consoles.close();
    expect(consoles.complaints).toEqual([]);
  });

  it('get other roles, and are removed after asking once', async () => {
    const page = await consoles.visitSignedIn('/settings/members');
    await page.getByLabel('Role of Jonas Weber').selectOption({ label: 'Admin' });
    await page.getByText('Jonas Weber: Admin from now on').waitFor();
    await page.getByRole('button', { name: 'Remove Jonas Weber' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Jonas Weber is no longer a member.').waitFor();
    await expect.poll(() => page.getByLabel('Role of Jonas Weber').count()).toBe(0);
  });

  it('keep their last owner, and say so', async () => {
    const page = await consoles.visitSignedIn('/settings/members');
    await page.getByLabel('Role of Mara Lindqvist').selectOption({ label: 'Viewer' });
    await page.getByRole('dialog').getByRole('button', { name: 'Change my role' }).click();
    await page.getByText('You are the last owner. Make somebody else an owner first.').waitFor();
    await expect.poll(() => page.getByLabel('Role of Mara Lindqvist').inputValue()).toBe('owner');
  });

  it('are invited by mail; invitations are sent again and revoked', async () => {
    const page = await consoles.visitSignedIn('/settings/members');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail').fill('lea@beanbar.example');
    await dialog.getByLabel('Role').selectOption({ label: 'Admin' });
    await dialog.getByText('Also changes rules').waitFor();
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('The invitation is on its way to lea@beanbar.example.').waitFor();

    await page.getByRole('button', { name: 'Send again' }).last().click();
    await expect
      .poll(() => consoles.earshot.calls.filter((call) => call === 'POST /v1/invitations').length)
      .toBe(2);
    for (const email of ['lea@beanbar.example', 'tomas@beanbar.example']) {
      await page.getByRole('button', { name: `Revoke the invitation of ${email}` }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    }
    await page.getByText('Nobody is invited at the moment.').waitFor();
  });
});

describe('ST-07 the link of an invitation', () => {
  let consoles: Consoles;

  beforeEach(async () => {
    consoles = await Consoles.start({ organization: 'none' });
  });

  afterEach(async () => {
    await consoles.close();
    expect(consoles.complaints).toEqual([]);
  });

  it('is kept while somebody creates an account, and leads to the console once it is accepted', async () => {
    const page = await consoles.visit('/invitations/good');
    await page.getByText('with the address that got the invitation').waitFor();
    await page.getByRole('button', { name: 'New here? Create an account' }).click();
    await page.getByLabel('E-mail').fill('noa@beanbar.example');
    await page.getByLabel('New password').fill('A-long-enough-1');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  });

  it('says what to do when it has expired', async () => {
    const page = await consoles.visitSignedIn('/invitations/old');
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByRole('alert').getByText('Ask the person who sent it for a new one.').waitFor();
    await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('is not for who belongs to an organization', async () => {
    await consoles.close();
    consoles = await Consoles.start();
    const page = await consoles.visitSignedIn('/invitations/good');
    await page.getByText('You belong to Bean Bar already.').waitFor();
    await page.getByRole('button', { name: 'Go on to the console' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  });
});
