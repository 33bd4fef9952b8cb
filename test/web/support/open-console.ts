import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Interaction } from '../../../shared/core/interactions/interaction.ts';
import { fakeAccounts } from './fake-accounts.ts';
import { fakeAnalytics } from './fake-analytics.ts';
import { fakeAutomation } from './fake-automation.ts';
import { fakeBacktest } from './fake-backtest.ts';
import { fakeConversations } from './fake-conversations.ts';
import { type FakeEarshot, startFakeEarshot } from './fake-earshot.ts';
import { fakeInteractions } from './fake-interactions.ts';
import { FakeJobs } from './fake-jobs.ts';
import { fakeMembers } from './fake-members.ts';
import { fakeOrganization } from './fake-organization.ts';
import { fakePersonalData } from './fake-personal-data.ts';
import { fakePress, fakeSpamPatterns } from './fake-press.ts';
import { fakePublications } from './fake-publications.ts';
import { fakeReports } from './fake-reports.ts';
import type { FakeRoute } from './fake-route.ts';
import { fakeRuleWork } from './fake-rule-work.ts';
import { fakeWebhooks } from './fake-webhooks.ts';
import { openBrowser } from './open-browser.ts';
import { someInteractions } from './some-interactions.ts';

interface ConsoleOptions {
  organization?: 'owner' | 'none';
  accounts?: 'connected' | 'none';
  /** Answers that stand before the usual ones. */
  routes?: readonly FakeRoute[];
}

/** A browser and an Earshot with a morning's comments; every test starts from the same state. */
export class Consoles {
  readonly interactions: Interaction[];
  readonly browser: Browser;
  readonly earshot: FakeEarshot;
  /** What pages reported as broken; a test that leaves something here has failed. */
  readonly complaints: string[] = [];

  private constructor(browser: Browser, earshot: FakeEarshot, interactions: Interaction[]) {
    this.browser = browser;
    this.earshot = earshot;
    this.interactions = interactions;
  }

  static async start(options: ConsoleOptions = {}): Promise<Consoles> {
    const interactions = someInteractions(Date.now());
    const jobs = new FakeJobs();
    const earshot = await startFakeEarshot([
      ...(options.routes ?? []),
      ...fakeMembers(),
      ...fakeOrganization(options.organization),
      ...fakeAccounts(options.accounts),
      ...fakeInteractions(interactions),
      ...fakeAnalytics(),
      ...fakeConversations(Date.now()),
      ...fakeAutomation(jobs),
      ...fakeRuleWork(jobs),
      ...fakeBacktest(jobs),
      ...fakePersonalData(jobs),
      ...jobs.routes(),
      ...fakePress(),
      ...fakeSpamPatterns(),
      ...fakePublications(),
      ...fakeReports(),
      ...fakeWebhooks(),
    ]);
    return new Consoles(await openBrowser(), earshot, interactions);
  }

  /** A page of its own browser profile, in English on a desktop unless told otherwise. */
  async visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      locale: 'en',
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      baseURL: this.earshot.url,
      ...options,
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.complaints.push(message.text());
    });
    await page.goto(path);
    return page;
  }

  /** The same for somebody who is signed in already. */
  async visitSignedIn(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const session = {
      email: 'mara@beanbar.example',
      idToken: 'id-mara@beanbar.example',
      refreshToken: 'refresh-mara@beanbar.example',
      expiresAt: Date.now() + 3_600_000,
    };
    const origins = [
      {
        origin: this.earshot.url,
        localStorage: [{ name: 'earshot.session', value: JSON.stringify(session) }],
      },
    ];
    return this.visit(path, { ...options, storageState: { cookies: [], origins } });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.earshot.close();
  }
}
