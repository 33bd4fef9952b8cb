import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anInteraction } from '../support/conversation-builders.ts';
import { Consoles } from './support/open-console.ts';

describe('UI-01 the inbox', () => {
  let consoles: Consoles;
  let page: Page;
  const rows = () => page.getByRole('list', { name: 'Comments and mentions' }).getByRole('link');

  beforeEach(async () => {
    consoles = await Consoles.start();
    page = await consoles.visitSignedIn('/');
    await rows().first().waitFor();
  });

  afterEach(async () => {
    await consoles.close();
    expect(consoles.complaints).toEqual([]);
  });

  it('shows who said what where, how it was meant, and why it is left to people', async () => {
    expect(await rows().count()).toBe(8);
    const medical = await rows().nth(1).textContent();
    for (const text of ['Tomás Figueira', 'blood thinners', 'Needs you', 'Medical', 'Question']) {
      expect(medical).toContain(text);
    }
    expect(medical).toContain('Medical question: always left to people.');
    await rows().nth(1).getByRole('img', { name: 'Facebook' }).waitFor();
  });

  it('narrows down by status, sentiment and words, and keeps that in the address', async () => {
    await page.getByRole('button', { name: 'Needs you' }).click();
    await expect.poll(() => rows().count()).toBe(3);
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByLabel('Sentiment').selectOption('question');
    await expect.poll(() => rows().count()).toBe(2);
    await page.getByRole('searchbox').fill('sonntag');
    await expect.poll(() => rows().count()).toBe(1);
    expect(new URL(page.url()).search).toBe('?status=manual&sentiment=question&q=sonntag');

    await page.getByRole('searchbox').fill('nobody said this');
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await expect.poll(() => rows().count()).toBe(8);
  });

  it('CM-15 changes what is ticked at once', async () => {
    await page.getByRole('checkbox', { name: /Tomás Figueira/ }).check();
    await page.getByRole('checkbox', { name: /Lena Hartmann/ }).check();
    const bar = page.getByRole('toolbar', { name: 'What is done with the selected comments' });
    await bar.getByText('2 selected').waitFor();
    await bar.getByRole('button', { name: 'Close' }).click();
    await page.getByText('2 comments were changed.').waitFor();
    expect(await bar.count()).toBe(0);
  });

  it('CM-16 fills the composer with what the model proposes, with its warnings, and posts nothing', async () => {
    await page.getByRole('link', { name: /Lena Hartmann/ }).click();
    await page.getByRole('button', { name: 'Suggest a reply' }).click();
    const text = 'Thank you! Come by and tell us at hello@beanbar.example.';
    await expect.poll(() => page.getByLabel('Reply to Lena Hartmann').inputValue()).toBe(text);
    await page.getByText('The generated reply held a foreign e-mail address.').waitFor();
    expect(consoles.earshot.calls).not.toContain('POST /v1/interactions/int_praise/reply');

    await page.getByRole('link', { name: /Tomás Figueira/ }).click();
    await page.getByRole('heading', { name: 'Tomás Figueira' }).waitFor();
    expect(await page.getByRole('button', { name: 'Suggest a reply' }).count()).toBe(0);
  });

  it('CM-20 answers a comment by a message, once', async () => {
    await page.getByRole('link', { name: /Lena Hartmann/ }).click();
    await page.getByRole('button', { name: 'Reply privately' }).click();
    const dialog = page.getByRole('dialog', { name: 'Message to Lena Hartmann' });
    await dialog.getByLabel('Message').fill('A cake waits for you.');
    await dialog.getByRole('button', { name: 'Send message' }).click();
    await page.getByText('Answered by a message').waitFor();
    expect(await page.getByRole('button', { name: 'Reply privately' }).count()).toBe(0);
  });

  it('CM-20 deletes on the platform after asking', async () => {
    await page.getByRole('link', { name: /Tomás Figueira/ }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete this on Facebook?' });
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Deleted on Facebook.').waitFor();
  });

  it('is worked through with the keyboard alone', async () => {
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: 'Lena Hartmann' }).waitFor();
    await page.keyboard.type('jj');
    await page.getByRole('heading', { name: 'Jonas Weber' }).waitFor();
    await page.keyboard.type('kk');
    await page.getByRole('heading', { name: 'Lena Hartmann' }).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Thank you, Lena!');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The reply was posted.').waitFor();
    await page.getByText('Thank you, Lena!').waitFor();
    expect(consoles.interactions[0]).toMatchObject({
      status: 'replied',
      reply: { text: 'Thank you, Lena!' },
    });
  });

  it('opens and closes the overview of shortcuts and gives the focus back', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('CM-17 offers no second reply', async () => {
    await rows().filter({ hasText: 'Inês Carvalho' }).click();
    await page.getByText('There is at most one reply through Earshot.').waitFor();
    expect(await page.getByRole('textbox', { name: /Reply to/ }).count()).toBe(0);
  });

  it('AR-01 tells step by step why something was left to people', async () => {
    await rows().filter({ hasText: 'Tomás Figueira' }).click();
    const story = page.getByRole('region', { name: 'What happened, and why' });
    await expect
      .poll(() => story.locator('li > p:first-of-type').allTextContents())
      .toEqual([
        'The platform reported it at once',
        'Understood as Question, sure to 95 %',
        'Left to a person',
      ]);
  });

  it('CM-15 keeps assignment, tags and note, and marks as read what was opened', async () => {
    await rows().first().click();
    await page.getByLabel('Assigned to').selectOption({ label: 'Jonas Weber' });
    await page.getByRole('textbox', { name: 'Add a tag' }).fill('autumn');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Note' }).fill('A regular.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Note saved.').waitFor();
    expect(consoles.interactions[0]).toMatchObject({
      assigneeId: 'user-jonas',
      tags: ['autumn'],
      note: 'A regular.',
      isRead: true,
      status: 'new',
    });
  });

  it('takes a change back that the API refuses, and says why', async () => {
    await rows().first().click();
    await page.getByRole('heading', { name: 'Lena Hartmann' }).waitFor();
    consoles.interactions.shift();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByText('This is no longer there.').waitFor();
  });

  it('RT-01 shows a new comment by itself and says that it came', async () => {
    consoles.interactions.unshift(
      anInteraction({
        interactionId: 'int_new',
        text: 'Just arrived!',
        commentedAt: new Date().toISOString(),
      }),
    );
    consoles.earshot.publish({
      id: '1',
      type: 'interaction.created',
      at: new Date().toISOString(),
      data: { interactionId: 'int_new', accountId: 'acc_page', status: 'new' },
    });
    await rows().filter({ hasText: 'Just arrived!' }).waitFor();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('blockquote').getByText('Just arrived!').waitFor();
  });

  it('RT-01 says when the connection is lost and when it is back', async () => {
    await page.getByText('Live', { exact: true }).waitFor();
    consoles.earshot.setStreamsDown(true);
    await page.getByText('Reconnecting…').waitFor();
    consoles.earshot.setStreamsDown(false);
    await page.getByText('Live', { exact: true }).waitFor();
  });
});
