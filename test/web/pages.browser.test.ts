import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Consoles } from './support/open-console.ts';

describe('the pages of the console', () => {
  let consoles: Consoles;

  beforeEach(async () => {
    consoles = await Consoles.start({ accounts: 'none' });
  });

  afterEach(async () => {
    await consoles.close();
    expect(consoles.complaints).toEqual([]);
  });

  it('AR-18 pause all automation after asking once, and go on without asking', async () => {
    const page = await consoles.visitSignedIn('/automation');
    await page.getByRole('button', { name: 'Pause everything' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Pause everything' }).click();
    await page.getByRole('heading', { name: 'Automation is paused' }).waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'Automation is running' }).waitFor();
  });

  it('AR-18 hand what the pause holds to people', async () => {
    const page = await consoles.visitSignedIn('/automation');
    await page.getByRole('button', { name: 'Pause everything' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Pause everything' }).click();
    await page.getByText('12 replies hold').waitFor();
    await page.getByRole('button', { name: 'Hand all to people' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand all to people' }).click();
    await page.getByText('0 replies hold').waitFor();
  });

  it('AR-14 undo what a rule posted, and name what could not be deleted', async () => {
    const page = await consoles.visitSignedIn('/automation');
    await page.getByText('Today 7 of 50 · fired 120 times in 30 days, 98% succeeded').waitFor();
    await page.getByRole('button', { name: 'Undo replies of “Thank for praise”' }).click();
    await page.getByRole('button', { name: 'Delete the replies' }).click();
    await page.getByText('3 replies were deleted.').waitFor();
    await page.getByText('1 reply could not be deleted:').waitFor();
    await page.getByRole('link', { name: 'Obrigado, Inês! Até breve.' }).waitFor();
  });

  it('AR-15 show what automation answered and what stopped it', async () => {
    const page = await consoles.visitSignedIn('/automation?view=figures');
    await page.getByText('25% · 118 in the period before').waitFor();
    await page.getByText('9 medical, 14 escalations').waitFor();
    await page.getByRole('row', { name: /Thank for praise 120 98%/ }).waitFor();
  });

  it('AR-16 try a message: whether it is answered, by which rule, with what', async () => {
    const page = await consoles.visitSignedIn('/automation?view=tester');
    await page.getByLabel('What somebody says').fill('Wonderful, thank you!');
    await page.getByLabel('Rules to try').selectOption({ label: 'Only “Opening hours”, as if it were on' });
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('heading', { name: 'It would be answered' }).waitFor();
    await page.getByText('Rule “Opening hours” · A rule fits.').waitFor();
    await page.getByText('Dry run is on: nothing is posted.').waitFor();
    expect(consoles.earshot.calls).toContain('POST /v1/rules/test');
  });

  it('AR-11 keep a blocklist, and name the fault of an expression', async () => {
    const page = await consoles.visitSignedIn('/automation?view=blocklist');
    await page.getByLabel('Regular expressions').fill('re+fund\n\n(scam');
    await page.getByRole('button', { name: 'Save the blocklist' }).click();
    await page.getByText('“(scam”: At character 1: missing ).').waitFor();
    await page.getByLabel('Regular expressions').fill('re+fund\nscam+');
    await page.getByRole('button', { name: 'Save the blocklist' }).click();
    await page.getByText('Saved.').waitFor();
  });

  it('AR-17 backtest rules: what they would newly answer, and which never has its turn', async () => {
    const page = await consoles.visitSignedIn('/automation?view=backtest');
    await page.getByRole('checkbox', { name: 'Opening hours (off now)' }).check();
    await page.getByRole('button', { name: 'Start the backtest' }).click();
    await page.getByText('118 were answered in fact').waitFor();
    await page.getByText('in fact answered by nobody').waitFor();
    await page
      .getByText('“Opening hours” did not: “Thank for praise” took everything that fitted.')
      .waitFor();
    await page.getByText('Over a limit').click();
    await page.getByText('There is none of these.').waitFor();
  });

  it('UI-02 switch a rule on, and set the order of those that are on', async () => {
    const page = await consoles.visitSignedIn('/automation');
    await page.getByRole('switch', { name: 'Rule “Opening hours”' }).click();
    await page.getByRole('button', { name: 'Move “Opening hours” up' }).click();
    const names = () => page.getByRole('heading', { level: 3 }).allTextContents();
    await expect.poll(names).toEqual(['Opening hours', 'Thank for praise']);
  });

  it('AR-05 create a rule, switched off', async () => {
    const page = await consoles.visitSignedIn('/automation');
    await page.getByRole('button', { name: 'New rule' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Answer vegan questions');
    await page.getByLabel('Text contains one of').fill('vegan, plant');
    await page.getByRole('textbox', { name: 'Texts', exact: true }).fill('All our cakes are vegan.');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('The rule was created.').waitFor();
    const created = page.getByRole('switch', { name: 'Rule “Answer vegan questions”' });
    expect(await created.getAttribute('aria-checked')).toBe('false');
    await page.getByText('Sentiment Positive, Gratitude · contains vegan, plant').waitFor();
  });

  it('UI-03 show suggestions with their sources, and confirm one', async () => {
    const page = await consoles.visitSignedIn('/press/suggestions');
    const articles = page.getByRole('article');
    await articles.first().waitFor();
    const strongest = await articles.filter({ hasText: 'regional award' }).textContent();
    for (const text of [
      'Confirmed automatically',
      'Very high',
      'Google News',
      '91',
      'Average 84.3',
      'Best 91',
    ]) {
      expect(strongest).toContain(text);
    }
    await articles.first().getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('“Bean Bar brings the autumn into the cup” is coverage now.').waitFor();
    expect(consoles.earshot.calls).toContain('POST /v1/suggestions/sug_1/confirm');
  });

  it('CM-01 connect the pages that the network showed, and name those that cannot be', async () => {
    const page = await consoles.visitSignedIn('/settings/accounts');
    await page.getByText('Connect your first page').waitFor();
    await page.getByRole('button', { name: 'Connect Facebook' }).click();
    const dialog = page.getByRole('dialog', { name: 'Choose what to connect' });
    await dialog.getByText('Was not ticked in the dialog of the network.').waitFor();
    expect(await dialog.getByRole('checkbox', { name: 'Bean Bar Porto' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Connect 1 account' }).click();
    await page.getByText('Bean Bar is connected. Its comments are being read.').waitFor();
    await page.getByRole('heading', { name: 'Bean Bar Connected' }).waitFor();
  });

  it('CM-01 say why nothing was connected', async () => {
    const page = await consoles.visitSignedIn('/settings/accounts?error=denied');
    await page.getByRole('dialog').getByText('You declined in the dialog.').waitFor();
  });

  it('AR-19 show the secret of a new webhook once, and what was sent to one', async () => {
    const page = await consoles.visitSignedIn('/settings/webhooks');
    await page.getByRole('button', { name: 'New webhook' }).click();
    await page.getByLabel('Address').fill('https://shop.example/earshot');
    await page.getByRole('button', { name: 'Create' }).click();
    const dialog = page.getByRole('dialog', { name: 'Store this secret now' });
    expect(await dialog.getByLabel('Secret').inputValue()).toMatch(/^whsec_/);
    await dialog.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('heading', { name: 'https://shop.example/earshot' }).waitFor();

    await page.getByRole('button', { name: 'Deliveries' }).first().click();
    await page.getByText('comment.replied', { exact: true }).click();
    await page.getByText('Nobody answered for a day.').waitFor();
    await page.getByRole('button', { name: 'Send again' }).click();
  });

  it('keep the settings of the organization', async () => {
    const page = await consoles.visitSignedIn('/settings/organization');
    await page.getByLabel('Signature').fill('Your baristas');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Saved.').waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('Signature').inputValue()).toBe('Your baristas');
  });

  it('keep a budget of the model, and give a program a token that is shown once', async () => {
    const page = await consoles.visitSignedIn('/settings/organization');
    await page.getByText('$4.00').waitFor();
    await page.getByLabel('Budget per month in US dollars').fill('5');
    await page.getByRole('button', { name: 'Save the budget' }).click();
    await page.getByText('of $5.00 this month').waitFor();

    await page.getByRole('button', { name: 'New token' }).click();
    await page.getByLabel('What it is for').fill('Warehouse');
    await page.getByLabel('interactions:read').check();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Store this token now' });
    expect(await dialog.getByLabel('Token').inputValue()).toBe('earshot_secret');
    await dialog.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('button', { name: 'Revoke “Warehouse”' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('No program has access.').waitFor();
  });

  it('RP-01 schedule a weekly report, and RP-04 send one now', async () => {
    const page = await consoles.visitSignedIn('/reports');
    await page.getByRole('button', { name: 'New report' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Friday figures');
    await page.getByLabel('Day', { exact: true }).selectOption({ label: 'Friday' });
    await page.getByLabel('Time', { exact: true }).fill('16:30');
    await page.getByLabel('Time zone').selectOption('Europe/Lisbon');
    await page.getByLabel('What it tells').selectOption({ label: 'Response times' });
    await page.getByLabel('Form', { exact: true }).selectOption({ label: 'Spreadsheet (Excel)' });
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('Fridays at 16:30 (Europe/Lisbon)').waitFor();
    await page.getByText('Response times · Spreadsheet (Excel)').waitFor();
    await page.getByRole('button', { name: 'Send to me now' }).last().click();
    await page.getByText('is on its way to you').waitFor();
  });

  it('UI-04 show the figures of a period, narrowed to an account', async () => {
    const page = await consoles.visitSignedIn('/inbox');
    await page.getByRole('link', { name: 'Figures' }).click();
    await page.getByText('before: 20').waitFor();
    await page.getByText('5 min', { exact: true }).waitFor();
    await page.getByText('Opening hours', { exact: true }).waitFor();
    await page.getByText('Last 7 days').click();
    await expect.poll(() => page.url()).toContain('days=7');
  });

  it('UI-04 preview a report, and change it', async () => {
    const page = await consoles.visitSignedIn('/reports');
    await page.getByRole('button', { name: 'Preview' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Running period').click();
    const preview = page.frameLocator('iframe');
    await preview.getByRole('heading', { name: 'Figures of the current period' }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();

    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Only when there is something to report').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Only when there is something to report', { exact: false }).waitFor();
    expect(consoles.earshot.calls).toContain('PATCH /v1/report-schedules/rep_1');
  });

  it('speak the language that a person chooses, and remember it', async () => {
    const page = await consoles.visitSignedIn('/reports');
    await page.getByRole('button', { name: 'You and your settings' }).click();
    await page.getByText('Deutsch').click();
    await page.getByRole('heading', { name: 'Berichte' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Berichte' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('de');
  });
});
