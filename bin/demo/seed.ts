import { CheckTracker } from '../../shared/contract/api/campaigns.ts';
import { connectAccount } from './connect-account.ts';
import { Comments, commentOnce, inboxSize, keepRules } from './conversation.ts';
import { InstagramAccount } from './instagram.ts';
import { keepCampaign, keepPublications, reportInThePress } from './press.ts';
import { until } from './progress.ts';
import { signIn } from './sign-in.ts';
import { keepReportSchedule } from './weekly-report.ts';
import { World } from './world.ts';

const Page = 'Bean Bar';

/** Fills an empty stack through its API with what a team has after its first day. */
export async function seed(baseUrl: string): Promise<void> {
  const client = await signIn(baseUrl);
  await connectAccount(client, { provider: 'facebook', name: Page });
  await connectAccount(client, InstagramAccount);
  const world = new World(baseUrl);
  await reportInThePress(world);
  const { trackerId } = await keepCampaign(client, await keepPublications(client));
  await client.call(CheckTracker, { params: { trackerId } });
  await keepReportSchedule(client, 'html_email');
  await until('the older comments are in the inbox', async () => (await inboxSize(client)) > 0);
  // After the first sync, so that the rules concern new comments alone, as the person who writes them expects.
  await keepRules(client);
  for (const comment of Object.values(Comments)) await commentOnce(world, Page, comment);
}
