import {
  CreateCampaign,
  GetTracker,
  ListCampaigns,
  ListTrackers,
  RecordSends,
} from '../../shared/contract/api/campaigns.ts';
import { ListClippings, ListSuggestions } from '../../shared/contract/api/coverage.ts';
import {
  CreateContact,
  CreatePublication,
  ListContacts,
  ListPublications,
} from '../../shared/contract/api/publications.ts';
import type { Client } from './client.ts';
import { until } from './progress.ts';
import type { World } from './world.ts';

const Outlets = [
  {
    title: 'Daily Herald',
    language: 'en',
    country: 'GB',
    websiteUrl: 'https://daily-herald.example',
    feed: 'https://daily-herald.example/feed',
    journalist: { name: 'Maria Lindqvist', email: 'm.lindqvist@daily-herald.example' },
  },
  {
    title: 'Press Review',
    language: 'en',
    country: 'GB',
    websiteUrl: 'https://press-review.example',
    feed: 'https://press-review.example/index.rdf',
    journalist: { name: 'Jonas Weber', email: 'weber@press-review.example' },
  },
];

export const CampaignName = 'Second shop in Porto';
const Headline = 'Bean Bar opens its second shop in Porto';

/** The Daily Herald reports it, and the Press Review points to that article. */
export async function reportInThePress(world: World): Promise<string> {
  const summary = 'The coffee makers of Bean Bar bring their roasts to the old town of Porto.';
  const url = await world.publishOnce('daily-herald.example', { title: Headline, summary });
  await world.publishOnce('press-review.example', { title: Headline, summary, url });
  return Headline;
}

/** The publications and journalists that the press campaign reaches (PM-01, PM-03); once, also over several runs. */
export async function keepPublications(client: Client): Promise<string[]> {
  const contactIds: string[] = [];
  for (const outlet of Outlets) {
    const publications = (await client.call(ListPublications)).items;
    const publication =
      publications.find(({ title }) => title === outlet.title) ??
      (await client.call(CreatePublication, {
        body: {
          title: outlet.title,
          language: outlet.language,
          country: outlet.country,
          monitoringConfig: {
            enabled: true,
            websiteUrl: outlet.websiteUrl,
            rssFeedUrls: [outlet.feed],
            checkFrequency: 'twice_daily',
          },
        },
      }));
    const contacts = (await client.call(ListContacts)).items;
    const contact =
      contacts.find(({ name }) => name === outlet.journalist.name) ??
      (await client.call(CreateContact, {
        body: { ...outlet.journalist, publicationIds: [publication.publicationId] },
      }));
    contactIds.push(contact.contactId);
  }
  return contactIds;
}

/** The campaign with its sends; saving it starts its tracker (PM-04, PM-05). */
export async function keepCampaign(
  client: Client,
  contactIds: readonly string[],
): Promise<{ trackerId: string; channels: number }> {
  const campaigns = (await client.call(ListCampaigns)).items;
  const campaign =
    campaigns.find(({ name }) => name === CampaignName) ??
    (await client.call(CreateCampaign, {
      body: {
        name: CampaignName,
        monitoringConfig: { periodDays: 30, keywords: ['Bean Bar', 'Porto'], locale: 'en-GB' },
      },
    }));
  const params = { campaignId: campaign.campaignId };
  await client.call(RecordSends, { params, body: { sends: contactIds.map((contactId) => ({ contactId })) } });
  return until('the campaign has a tracker that watches the feeds', async () => {
    const trackers = (await client.call(ListTrackers)).items;
    const tracker = trackers.find(({ campaignId }) => campaignId === campaign.campaignId);
    if (!tracker) return undefined;
    const { channels } = await client.call(GetTracker, { params: { trackerId: tracker.trackerId } });
    const { trackerId } = tracker;
    return channels.length > Outlets.length && { trackerId, channels: channels.length };
  });
}

/** Waits for the one clipping of the article (PM-10, PM-11). */
export async function coverageOf(client: Client) {
  const suggestion = await until('two publications confirmed the article', async () => {
    const { items } = await client.call(ListSuggestions, { query: { limit: 100 } });
    return items.find(({ title, status }) => title.includes(Headline) && status === 'auto_confirmed');
  });
  const clippings = (await client.call(ListClippings, { query: { limit: 100 } })).items.filter(({ title }) =>
    title.includes(Headline),
  );
  return { suggestion, clippings };
}
