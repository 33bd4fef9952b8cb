import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LocalCloud, startLocalCloud } from '../local/cloud.ts';
import { stackFolderIn } from '../local/state/state-folder.ts';
import type { SocialAccount } from '../shared/core/accounts/social-account.ts';
import type { Client } from './demo/client.ts';
import { connectAccount } from './demo/connect-account.ts';
import {
  Comments,
  commentOnce,
  decided,
  inboxSize,
  keepRules,
  lastWord,
  replied,
} from './demo/conversation.ts';
import { hideOnEach } from './demo/hide-on-each.ts';
import { answeredOnInstagram, commentOnInstagram, connectInstagram } from './demo/instagram.ts';
import { coverageOf, keepCampaign, keepPublications, reportInThePress } from './demo/press.ts';
import { Report, until } from './demo/progress.ts';
import { signIn } from './demo/sign-in.ts';
import { answeredOnTiktok, commentOnTiktok, connectTiktok } from './demo/tiktok.ts';
import { Formats, keepReportSchedule, sentMail } from './demo/weekly-report.ts';
import { World } from './demo/world.ts';
import { answeredOnYouTube, commentOnYouTube, connectYouTube } from './demo/youtube.ts';
import { prepareStack } from './local/prepare-stack.ts';
import { storeAppCredentials } from './local/store-app-credentials.ts';

const Page = 'Bean Bar';
interface Stage {
  cloud: LocalCloud;
  client: Client;
  world: World;
}

/** `npm run demo`: all three threads without a browser; exits 0 only if all of it happened. */
async function main(): Promise<void> {
  const { state, isKept } = stateFolder();
  const stack = stackFolderIn(state);
  prepareStack(stack);
  const cloud = await startLocalCloud({ stack, stateDir: state, quiet: true });
  try {
    await storeAppCredentials(cloud);
    const report = new Report(27, (line) => console.log(line));
    const stage = { cloud, client: await signIn(cloud.url), world: new World(cloud.url) };
    await converse(report, stage);
    await pressReview(report, stage);
    await mailReport(report, stage);
    console.log(`\n${report.table()}`);
  } finally {
    await cloud.stop();
    if (!isKept) rmSync(state, { recursive: true, force: true });
  }
}

async function converse(report: Report, { client, world }: Stage): Promise<void> {
  const thread = 'Conversation';
  const account = await connected(report, thread, client);
  const instagram = await connectInstagram(report, client);
  const tiktok = await connectTiktok(report, client);
  const youtube = await connectYouTube(report, client);
  await report.step(thread, 'sync what was there before', async () => {
    const count = await until('the inbox holds the older comments', async () => {
      const size = await inboxSize(client);
      return size > 20 && size;
    });
    return `${count} comments in the inbox`;
  });
  await report.step(thread, 'write two rules', async () => `${await keepRules(client)} rules are on`);

  const onInstagram = await commentOnInstagram(report, world, instagram);
  const onTiktok = await commentOnTiktok(report, world, tiktok);
  const onYouTube = await commentOnYouTube(report, { client, world }, youtube);
  const ids = new Map<string, string>();
  await report.step(thread, 'customers comment', async () => {
    for (const comment of Object.values(Comments)) {
      ids.set(comment.message, await commentOnce(world, Page, comment));
    }
    return `${ids.size} new comments`;
  });
  const idOf = ({ message }: { message: string }) => ids.get(message) ?? '';
  for (const [what, comment] of [
    ['leave a medical question to people', Comments.medical],
    ['leave an escalation to people', Comments.escalation],
  ] as const) {
    await report.step(thread, what, async () => {
      const { status, interactionId } = await decided(client, account, idOf(comment));
      if (status !== 'manual') throw new Error(`The status is ${status}.`);
      return lastWord(client, interactionId);
    });
  }
  for (const [what, comment] of [
    ['thank for praise', Comments.praise],
    ['tell the opening hours', Comments.hours],
  ] as const) {
    await report.step(thread, what, async () => {
      const { interactionId } = await decided(client, account, idOf(comment));
      const { reply } = await replied(client, interactionId);
      return `on the page ${await timesOnThePage(world, idOf(comment))}: “${reply?.text ?? ''}”`;
    });
  }
  await answeredOnInstagram(report, { client, world }, instagram, onInstagram);
  await answeredOnTiktok(report, { client, world }, tiktok, onTiktok);
  await answeredOnYouTube(report, { client, world }, youtube, onYouTube);
  await hideOnEach(report, { client, world }, [account, tiktok, youtube]);
}

async function connected(report: Report, thread: string, client: Client): Promise<SocialAccount> {
  let account: SocialAccount | undefined;
  await report.step(thread, 'connect the page by OAuth', async () => {
    account = await connectAccount(client, { provider: 'facebook', name: Page });
    return `${account.name} (${account.provider}) is ${account.status}`;
  });
  if (!account) throw new Error('No page was connected.');
  return account;
}

async function timesOnThePage(world: World, commentId: string): Promise<string> {
  const { replies } = await world.commentWithReplies(commentId);
  const own = replies.filter(({ author }) => author.name === Page);
  if (own.length !== 1) throw new Error(`The page shows ${own.length} replies instead of one.`);
  return 'once';
}

async function pressReview(report: Report, { client, world, cloud }: Stage): Promise<void> {
  const thread = 'Press';
  let contactIds: string[] = [];
  await report.step(thread, 'know publications and journalists', async () => {
    contactIds = await keepPublications(client);
    return `${contactIds.length} publications, a journalist each`;
  });
  await report.step(thread, 'send a campaign, start its tracker', async () => {
    const { channels } = await keepCampaign(client, contactIds);
    return `${channels} channels are watched`;
  });
  await report.step(thread, 'the press reports', async () => `“${await reportInThePress(world)}”`);
  await report.step(thread, 'crawl, match, confirm', async () => {
    await fire(cloud, 'crawl');
    const { suggestion, clippings } = await coverageOf(client);
    if (clippings.length !== 1) throw new Error(`There are ${clippings.length} clippings instead of one.`);
    const { length: count } = suggestion.sources;
    return `${count} ${count === 1 ? 'source' : 'sources'}, confidence ${suggestion.confidence}, 1 clipping`;
  });
}

async function mailReport(report: Report, { client, cloud }: Stage): Promise<void> {
  const thread = 'Report';
  let scheduleIds: string[] = [];
  await report.step(thread, 'schedule a weekly report in three formats', async () => {
    const schedules = await Promise.all(Formats.map((format) => keepReportSchedule(client, format)));
    scheduleIds = schedules.map(({ scheduleId }) => scheduleId);
    return `next at ${schedules[0]?.nextScheduledAt}`;
  });
  await report.step(thread, 'their schedules fire, SES takes the mails', async () => {
    for (const scheduleId of scheduleIds) {
      await fire(cloud, scheduleId);
      await sentMail(client, scheduleId);
    }
    const mails = readdirSync(cloud.outboxDir).filter((name) => name.endsWith('.eml'));
    if (mails.length < Formats.length) throw new Error(`The outbox holds ${mails.length} mails only.`);
    return cloud.outboxDir;
  });
}

/** Fires one of the stack's schedules now instead of at its time. */
async function fire(cloud: LocalCloud, name: string): Promise<void> {
  const schedule = await until(`there is a schedule ${name}`, async () =>
    cloud.schedules.planned().find((planned) => planned.name.includes(name)),
  );
  await cloud.schedules.fire(schedule.name);
}

function stateFolder(): { state: string; isKept: boolean } {
  const { values } = parseArgs({ options: { state: { type: 'string' } } });
  if (values.state !== undefined) return { state: values.state, isKept: true };
  return { state: mkdtempSync(join(tmpdir(), 'earshot-demo-')), isKept: false };
}

main().then(
  // Nothing that the stack left running may keep a finished demo alive.
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
