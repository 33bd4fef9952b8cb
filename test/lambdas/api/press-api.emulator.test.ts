import type { APIGatewayProxyResult } from 'aws-lambda';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCampaignsHandler } from '../../../lambdas/api/campaigns/index.ts';
import { createCoverageHandler } from '../../../lambdas/api/coverage/index.ts';
import { createPublicationsHandler } from '../../../lambdas/api/publications/index.ts';
import type { HostBatch } from '../../../shared/core/coverage/plan-crawl.ts';
import { writeWorkbook } from '../../../shared/infra/documents/workbook.ts';
import { mergeProposalStore } from '../../../shared/infra/dynamo/merge-proposal-store.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../support/api-events.ts';
import { fixedClock } from '../../support/clock.ts';
import { anOrganization } from '../../support/conversation-builders.ts';
import { type FeedHosts, rssFeed, startFeedHosts } from '../../support/feed-host.ts';
import { pressDesk } from '../../support/press-desk.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

type EventInput = Parameters<typeof anApiEvent>[0];
type Handler = ReturnType<typeof createCoverageHandler>;

let started: StartedTable;
let hosts: FeedHosts;
let desk: ReturnType<typeof pressDesk>;
let handlers: Record<'publications' | 'campaigns' | 'coverage', Handler>;
let organizationId: string;
let sent: HostBatch[];
let tests = 0;
const clock = fixedClock(new Date().toISOString());
const organizations = {
  get: async () => anOrganization({ name: 'Bean Bar', language: 'en', timeZone: 'Europe/Lisbon' }),
};

beforeAll(async () => {
  started = await startTable();
  hosts = await startFeedHosts();
  desk = pressDesk(started.table, hosts, clock);
  const send = async (batches: readonly HostBatch[]) => void sent.push(...batches);
  handlers = {
    publications: createPublicationsHandler({ ...desk, proposals: mergeProposalStore(started.table) }),
    campaigns: createCampaignsHandler({ ...desk, send }),
    coverage: createCoverageHandler({ ...desk, organizations, writeWorkbook }),
  };
});
afterAll(async () => {
  await hosts.stop();
  await started.stop();
});
beforeEach(() => {
  tests += 1;
  organizationId = `org_pressapi${tests}`;
  sent = [];
});

const address = (path: string) => `https://paper-${tests}.example${path}`;

async function call(
  resource: keyof typeof handlers,
  method: string,
  path: string,
  input: Partial<EventInput> & { role?: 'viewer' | 'agent' | 'admin' } = {},
) {
  const { role = 'admin', ...rest } = input;
  const event = anApiEvent({ method, resource: path, authorizer: aMember(role, organizationId), ...rest });
  const answer = (await handlers[resource](event, aLambdaContext())) as APIGatewayProxyResult;
  return {
    status: answer.statusCode,
    etag: answer.headers?.['etag'],
    body: isJson(answer) ? JSON.parse(answer.body) : answer.body || undefined,
  };
}

/** The texts of a spreadsheet, and the names of its sheets. */
async function workbook(path: string, input: Partial<EventInput>) {
  const event = anApiEvent({
    method: 'GET',
    resource: path,
    authorizer: aMember('viewer', organizationId),
    ...input,
  });
  const { body, headers, isBase64Encoded } = (await handlers.coverage(
    event,
    aLambdaContext(),
  )) as APIGatewayProxyResult;
  expect(isBase64Encoded).toBe(true);
  expect(headers?.['content-type']).toMatch(/spreadsheetml/);
  const files = unzipSync(new Uint8Array(Buffer.from(body, 'base64')));
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const sheets = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  const holdsFormula = Object.keys(files).some((name) => read(name).includes('<f>'));
  return { sheets, holdsFormula, texts: read('xl/sharedStrings.xml') };
}

function isJson({ body, headers }: APIGatewayProxyResult): boolean {
  return body !== '' && /json/.test(String(headers?.['content-type']));
}

const publicationsAt = '/v1/publications';
const onePublication = '/v1/publications/{publicationId}';
const oneCampaign = '/v1/campaigns/{campaignId}';
const oneTracker = '/v1/trackers/{trackerId}';

async function aPublication(body: object = {}): Promise<{ publicationId: string }> {
  return (await call('publications', 'POST', publicationsAt, { body: { title: 'Daily Herald', ...body } }))
    .body;
}

async function aRunningCampaign() {
  const monitoringConfig = { enabled: true, rssFeedUrls: [address('/feed')] };
  const { publicationId } = await aPublication({ monitoringConfig });
  const contact = await call('publications', 'POST', '/v1/contacts', {
    body: { name: 'Ed', publicationIds: [publicationId] },
  });
  const campaign = await call('campaigns', 'POST', '/v1/campaigns', {
    body: {
      name: 'Second shop',
      monitoringConfig: { keywords: ['Bean Bar', 'bean  bar', 'Lisbon'], sources: { googleNews: false } },
    },
  });
  const { campaignId, trackerId } = campaign.body;
  const sends = [{ contactId: contact.body.contactId }];
  await call('campaigns', 'POST', `${oneCampaign}/sends`, {
    params: { campaignId },
    body: { sends },
    role: 'agent',
  });
  return {
    publicationId,
    contactId: contact.body.contactId as string,
    campaign: campaign.body,
    campaignId,
    trackerId,
  };
}

describe('the API of publications and contacts', () => {
  it('PM-01 takes and returns the older flat fields beside the configuration', async () => {
    const created = await call('publications', 'POST', publicationsAt, {
      body: { title: 'Old Times', websiteUrl: 'https://old.example/', rssFeedUrl: address('/rss') },
    });
    expect(created).toMatchObject({
      status: 201,
      body: {
        type: 'online',
        websiteUrl: 'https://old.example/',
        rssFeedUrl: address('/rss'),
        monitoringConfig: {
          enabled: true,
          websiteUrl: 'https://old.example/',
          rssFeedUrls: [address('/rss')],
          lastChecked: null,
          totalArticlesFound: 0,
        },
      },
    });
    const { publicationId } = created.body;
    expect((await call('publications', 'GET', onePublication, { params: { publicationId } })).body).toEqual(
      created.body,
    );
  });

  it('PM-02 looks for feeds by button, and on each save of a publication that detects them', async () => {
    const page = '<link rel="alternate" type="application/rss+xml" href="/named.xml">';
    const aFeed = (link: string) => ({ body: rssFeed('Paper', [{ title: 'News', link }]) });
    hosts.serve(address('/'), { headers: { 'content-type': 'text/html' }, body: page });
    hosts.serve(address('/named.xml'), aFeed(address('/1')));
    const monitoringConfig = { enabled: true, autoDetectRss: true, websiteUrl: address('/') };
    const created = await call('publications', 'POST', publicationsAt, {
      body: { title: 'Paper', monitoringConfig },
    });
    expect(created).toMatchObject({
      status: 201,
      body: { version: 2, monitoringConfig: { rssFeedUrls: [address('/named.xml')] } },
    });

    hosts.serve(address('/atom.xml'), aFeed(address('/2')));
    const { publicationId } = created.body;
    const params = { publicationId };
    const pressed = await call('publications', 'POST', `${onePublication}/detect-feeds`, { params });
    expect(pressed).toMatchObject({
      status: 200,
      body: {
        found: [
          { url: address('/named.xml'), title: 'Paper', isNew: false },
          { url: address('/atom.xml'), title: 'Paper', isNew: true },
        ],
        publication: { monitoringConfig: { rssFeedUrls: [address('/named.xml'), address('/atom.xml')] } },
      },
    });

    hosts.serve(address('/rss'), aFeed(address('/3')));
    const saved = await call('publications', 'PATCH', onePublication, {
      params,
      body: { monitoringConfig: { rssFeedUrls: [address('/atom.xml')] } },
    });
    expect(saved.body.monitoringConfig.rssFeedUrls).toEqual(
      ['/atom.xml', '/named.xml', '/rss'].map((path) => address(path)),
    );
    const bare = await aPublication();
    expect(
      await call('publications', 'POST', `${onePublication}/detect-feeds`, {
        params: { publicationId: bare.publicationId },
      }),
    ).toMatchObject({ status: 409, body: { code: 'no_website' } });
  });

  it('ST-03 changes what is given alone, and nothing when somebody else was faster', async () => {
    const monitoringConfig = { enabled: true, keywords: ['coffee'], rssFeedUrls: [address('/feed')] };
    const { publicationId } = await aPublication({ monitoringConfig });
    const change = (headers?: Record<string, string>) =>
      call('publications', 'PATCH', onePublication, {
        params: { publicationId },
        body: { monitoringConfig: { checkFrequency: 'twice_daily' } },
        ...(headers && { headers }),
      });
    const changed = await change({ 'If-Match': '"1"' });
    expect(changed).toMatchObject({
      status: 200,
      etag: '"2"',
      body: {
        title: 'Daily Herald',
        monitoringConfig: { ...monitoringConfig, checkFrequency: 'twice_daily' },
      },
    });
    expect(await change({ 'If-Match': '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'version_mismatch' },
    });
  });

  it.each([
    ['an address in the own network', { monitoringConfig: { rssFeedUrls: ['http://127.0.0.1/feed'] } }],
    ['another scheme', { rssFeedUrl: 'file:///etc/passwd' }],
    ['a field that is none', { monitoringConfig: { rssFeeds: [] } }],
    ['no title', { title: ' ' }],
  ])('ST-03 refuses a publication with %s', async (_what, body) => {
    expect(
      await call('publications', 'POST', publicationsAt, { body: { title: 'X', ...body } }),
    ).toMatchObject({ status: 400 });
  });

  it('ST-07 lets viewers read publications and admins change them', async () => {
    expect(await call('publications', 'GET', publicationsAt, { role: 'viewer' })).toMatchObject({
      status: 200,
      body: { items: [] },
    });
    expect(
      await call('publications', 'POST', publicationsAt, { role: 'agent', body: { title: 'X' } }),
    ).toMatchObject({ status: 403 });
  });

  it('PM-03 keeps a publication for which contacts write', async () => {
    const { publicationId, contactId } = await aRunningCampaign();
    const remove = () => call('publications', 'DELETE', onePublication, { params: { publicationId } });
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'publication_in_use' } });
    expect(
      await call('publications', 'DELETE', '/v1/contacts/{contactId}', { params: { contactId } }),
    ).toMatchObject({ status: 204 });
    expect(await remove()).toMatchObject({ status: 204 });
    expect(await remove()).toMatchObject({ status: 404 });
  });
});

describe('the API of campaigns and trackers', () => {
  it('PM-04 PM-05 starts a tracker that watches the feeds of the recipients', async () => {
    const { campaign, trackerId, publicationId } = await aRunningCampaign();
    expect(campaign.monitoringConfig.keywords).toEqual(['Bean Bar', 'Lisbon']);
    const tracker = await call('campaigns', 'GET', oneTracker, { params: { trackerId }, role: 'viewer' });
    expect(tracker).toMatchObject({
      status: 200,
      body: {
        status: 'active',
        campaignName: 'Second shop',
        skippedRecipients: [],
        totals: { articlesFound: 0, autoConfirmed: 0, manuallyAdded: 0, markedAsSpam: 0 },
        channels: [
          {
            sourceType: 'rss_feed',
            feedUrl: address('/feed'),
            publicationId,
            isActive: true,
            feed: { health: 'new' },
          },
        ],
        lastCrawlAt: null,
      },
    });
    expect(tracker.body.nextCrawlAt).not.toBeNull();
  });

  it('PM-14 shows on the tracker what a crawl found, and reads its feeds when asked to', async () => {
    const { trackerId, campaignId, publicationId } = await aRunningCampaign();
    hosts.serve(address('/feed'), {
      body: rssFeed('Daily Herald', [{ title: 'Bean Bar in Porto', link: address('/bean-bar') }]),
    });
    const crawl = () =>
      call('campaigns', 'POST', `${oneTracker}/crawl`, { params: { trackerId }, role: 'agent' });
    expect(await crawl()).toMatchObject({ status: 202, body: { feeds: 1, skipped: 0 } });
    clock.set(new Date().toISOString());
    await desk.crawlBatches(sent);
    expect(await crawl()).toMatchObject({
      status: 202,
      body: { feeds: 0, skipped: 1, job: { status: 'succeeded', parts: 0 } },
    });

    const tracker = await call('campaigns', 'GET', oneTracker, { params: { trackerId } });
    expect(tracker.body).toMatchObject({
      lastCrawlAt: clock.now(),
      totals: { articlesFound: 1 },
      channels: [{ articlesFound: 1, feed: { health: 'healthy', lastError: null } }],
    });
    const publication = await call('publications', 'GET', onePublication, { params: { publicationId } });
    expect(publication.body.monitoringConfig).toMatchObject({
      totalArticlesFound: 1,
      lastChecked: clock.now(),
    });
    const suggestions = await call('coverage', 'GET', '/v1/suggestions', {
      query: { campaignId, status: 'pending' },
      role: 'viewer',
    });
    expect(suggestions.body.items).toMatchObject([{ title: 'Bean Bar in Porto', averageMatchScore: 50 }]);

    const { suggestionId } = suggestions.body.items[0];
    const confirm = { params: { suggestionId }, role: 'agent' } as const;
    const confirmed = await call('coverage', 'POST', '/v1/suggestions/{suggestionId}/confirm', confirm);
    expect(confirmed).toMatchObject({ status: 200, body: { status: 'confirmed', reviewedBy: 'mem_ana' } });
    const clippings = await call('coverage', 'GET', '/v1/clippings', { query: { campaignId } });
    expect(clippings.body.items).toMatchObject([
      { suggestionId, outlet: 'Daily Herald', detection: 'automated' },
    ]);
    expect(await call('campaigns', 'DELETE', oneCampaign, { params: { campaignId } })).toMatchObject({
      status: 409,
      body: { code: 'campaign_has_coverage' },
    });
  });

  it('PM-03 records the sends of a table, and answers for each row that it cannot use', async () => {
    const { campaignId, contactId } = await aRunningCampaign();
    const ana = await call('publications', 'POST', '/v1/contacts', {
      body: { name: 'Ana', email: 'Ana@paper.example' },
    });
    const csv = [
      'E-Mail;Contact ID;Status;Sent at',
      'ana@PAPER.example;;Bounced;2026-11-02',
      `;${contactId};;2026-11-03T09:30:00+01:00`,
      'nobody@paper.example;;sent;',
      'ana@paper.example;;opened;',
      'ana@paper.example;;sent;yesterday',
    ].join('\r\n');
    const at = `${oneCampaign}/sends/csv`;
    const params = { campaignId };
    const uploaded = await call('campaigns', 'POST', at, { params, body: { csv }, role: 'agent' });
    expect(uploaded).toMatchObject({
      status: 200,
      body: {
        recorded: 2,
        errors: [
          { row: 4, code: 'unknown_contact' },
          { row: 5, code: 'invalid_status' },
          { row: 6, code: 'invalid_time' },
        ],
        trackerProblem: null,
      },
    });
    const sends = await call('campaigns', 'GET', `${oneCampaign}/sends`, { params });
    expect(sends.body.items).toEqual(
      expect.arrayContaining([
        { campaignId, contactId, status: 'sent', sentAt: '2026-11-03T08:30:00.000Z' },
        {
          ...{ campaignId, contactId: ana.body.contactId },
          ...{ status: 'bounced', sentAt: '2026-11-02T00:00:00.000Z' },
        },
      ]),
    );
    expect(await call('campaigns', 'POST', at, { params, body: { csv: 'name\nAna' } })).toMatchObject({
      status: 400,
      body: { code: 'columns_missing' },
    });
  });

  it('PM-04 pauses the tracker with the campaign and lets it go on', async () => {
    const { campaignId, trackerId, campaign } = await aRunningCampaign();
    const switched = async (enabled: boolean) => {
      const body = { monitoringConfig: { ...campaign.monitoringConfig, enabled } };
      expect(await call('campaigns', 'PATCH', oneCampaign, { params: { campaignId }, body })).toMatchObject({
        status: 200,
      });
      const [channel] = await desk.trackers.channels(
        { organizationId, actor: { kind: 'system' } },
        trackerId,
      );
      return (await desk.feeds.watches(channel?.feedId ?? '')).length;
    };
    expect(await switched(false)).toBe(0);
    expect(await call('campaigns', 'GET', oneTracker, { params: { trackerId } })).toMatchObject({
      body: { status: 'paused' },
    });
    expect(await switched(true)).toBe(1);
  });

  it('PM-04 never loses a campaign whose tracker could not be made', async () => {
    const broken = { ...desk.trackers, save: async () => Promise.reject(new Error('the table is busy')) };
    const handler = createCampaignsHandler({ ...desk, trackers: broken, send: async () => undefined });
    const event = anApiEvent({
      method: 'POST',
      resource: '/v1/campaigns',
      body: { name: 'Second shop', monitoringConfig: { keywords: ['Bean Bar'] } },
      authorizer: aMember('admin', organizationId),
    });
    const created = (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
    const { campaignId, trackerProblem } = JSON.parse(created.body);
    expect(created.statusCode).toBe(201);
    expect(trackerProblem).toContain('Save the campaign again');

    const body = { name: 'Second shop, Lisbon' };
    const saved = await call('campaigns', 'PATCH', oneCampaign, { params: { campaignId }, body });
    expect(saved).toMatchObject({ status: 200, body: { trackerProblem: null, name: body.name } });
  });

  it('PM-04 removes a campaign without coverage, with its tracker and sends', async () => {
    const { campaignId, trackerId } = await aRunningCampaign();
    expect(await call('campaigns', 'DELETE', oneCampaign, { params: { campaignId } })).toMatchObject({
      status: 204,
    });
    expect(await call('campaigns', 'GET', oneCampaign, { params: { campaignId } })).toMatchObject({
      status: 404,
    });
    expect(await call('campaigns', 'GET', oneTracker, { params: { trackerId } })).toMatchObject({
      status: 404,
    });
    expect(await call('campaigns', 'GET', `${oneCampaign}/sends`, { params: { campaignId } })).toMatchObject({
      status: 404,
    });
  });
});

describe('the API of coverage', () => {
  it('PM-13 takes clippings that a person enters, for campaigns that are tracked', async () => {
    const { campaignId } = await aRunningCampaign();
    const body = { campaignId, title: 'Bean Bar, page 3', outlet: 'Evening Post', outletType: 'print' };
    const entered = await call('coverage', 'POST', '/v1/clippings', { body, role: 'agent' });
    expect(entered).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { ...body, detection: 'manual', createdBy: 'mem_ana' },
    });

    const { clippingId } = entered.body;
    const judged = await call('coverage', 'PATCH', '/v1/clippings/{clippingId}', {
      params: { clippingId },
      body: { sentiment: 'positive' },
    });
    expect(judged).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { sentiment: 'positive', title: body.title },
    });
    expect(
      await call('coverage', 'POST', '/v1/clippings/{clippingId}/spam', { params: { clippingId } }),
    ).toMatchObject({ status: 204 });
    expect(
      await call('coverage', 'GET', '/v1/clippings/{clippingId}', { params: { clippingId } }),
    ).toMatchObject({ status: 404 });
    expect(
      await call('coverage', 'POST', '/v1/clippings', { body: { ...body, campaignId: 'cmp_unknown' } }),
    ).toMatchObject({ status: 404 });
  });

  it('PM-20 filters clippings and exports them as a table without formulas', async () => {
    const { campaignId } = await aRunningCampaign();
    const body = { campaignId, title: '=1+1', outlet: 'Evening Post, late', outletType: 'print' };
    await call('coverage', 'POST', '/v1/clippings', { body });
    await call('coverage', 'POST', '/v1/clippings', {
      body: { ...body, title: 'On air', outletType: 'radio', sentiment: 'positive' },
    });
    const titles = async (query: Record<string, string>) =>
      (await call('coverage', 'GET', '/v1/clippings', { query })).body.items.map(
        ({ title }: { title: string }) => title,
      );
    expect(await titles({ outletType: 'print' })).toEqual(['=1+1']);
    expect(await titles({ sentiment: 'positive', detection: 'manual' })).toEqual(['On air']);
    expect(await titles({ to: '2020-01-01T00:00:00Z' })).toEqual([]);

    const exported = await call('coverage', 'GET', '/v1/clippings/export', {
      query: { outletType: 'print' },
      role: 'viewer',
    });
    const lines = String(exported.body).split('\r\n');
    expect(exported.status).toBe(200);
    expect(lines[0]).toMatch(/^\ufeffTitle,Outlet,Type/);
    expect(lines[1]).toMatch(/^'=1\+1,"Evening Post, late",print,,,neutral,manual,/);
    expect(lines).toHaveLength(3);
  });

  it('PM-13 takes back what a person entered by mistake, and nothing that was found', async () => {
    const { campaignId, trackerId } = await aRunningCampaign();
    const entry = { campaignId, title: 'Twice', outlet: 'Evening Post', outletType: 'print' };
    const { body } = await call('coverage', 'POST', '/v1/clippings', { body: entry });
    const one = { params: { clippingId: body.clippingId } };
    expect(await call('coverage', 'DELETE', '/v1/clippings/{clippingId}', one)).toMatchObject({
      status: 204,
    });
    expect(await call('coverage', 'DELETE', '/v1/clippings/{clippingId}', one)).toMatchObject({
      status: 404,
    });
    const tracker = await call('campaigns', 'GET', oneTracker, { params: { trackerId } });
    expect(tracker.body.totals).toMatchObject({ manuallyAdded: 0, markedAsSpam: 0 });

    const article = { title: 'Bean Bar in Lisbon', link: address('/bean-bar') };
    hosts.serve(address('/feed'), { body: rssFeed('A paper', [article]) });
    clock.set(new Date().toISOString());
    await desk.crawl();
    const found = await call('coverage', 'GET', '/v1/clippings', { query: { detection: 'automated' } });
    const params = { clippingId: found.body.items[0].clippingId };
    expect(await call('coverage', 'DELETE', '/v1/clippings/{clippingId}', { params })).toMatchObject({
      status: 409,
      body: { code: 'clipping_was_found' },
    });
    const { publicationId } = found.body.items[0];
    const ofPaper = await call('coverage', 'GET', '/v1/clippings', { query: { publicationId } });
    expect(ofPaper.body.items).toEqual(found.body.items);
    const ofNobody = await call('coverage', 'GET', '/v1/clippings', { query: { projectId: 'none' } });
    expect(ofNobody.body.items).toEqual([]);
  });

  it('PM-20 exports clippings as a spreadsheet without formulas', async () => {
    const { campaignId } = await aRunningCampaign();
    const body = { campaignId, title: '=1+1', outlet: '@SUM(A1)', outletType: 'print' };
    await call('coverage', 'POST', '/v1/clippings', { body });
    const { sheets, texts, holdsFormula } = await workbook('/v1/clippings/workbook', {});
    expect(sheets).toEqual(['Clippings']);
    expect(texts).toContain('=1+1');
    expect(texts).toContain('@SUM(A1)');
    expect(holdsFormula).toBe(false);
  });

  it('PM-14 PM-20 reports the coverage of a campaign, and who of the recipients published', async () => {
    const { campaignId, trackerId, publicationId, contactId } = await aRunningCampaign();
    const body = { campaignId, outletType: 'print' };
    await call('coverage', 'POST', '/v1/clippings', {
      body: {
        ...body,
        title: 'Bean Bar opens',
        outlet: 'daily  herald',
        publishedAt: '2026-11-15T23:30:00Z',
      },
    });
    await call('coverage', 'POST', '/v1/clippings', {
      body: { ...body, title: 'Bean Bar again', outlet: 'Evening Post', publishedAt: '2026-11-30T12:00:00Z' },
    });
    const params = { campaignId };
    const report = await call('coverage', 'GET', `${oneCampaign}/coverage`, { params, role: 'viewer' });
    const recipients = [
      {
        contactId,
        name: 'Ed',
        status: 'sent',
        sentAt: expect.any(String),
        publications: [{ publicationId, title: 'Daily Herald' }],
        hasPublished: true,
        clippings: 1,
      },
    ];

    expect(report.body).toMatchObject({
      campaignName: 'Second shop',
      totals: {
        clippings: 2,
        automated: 0,
        manual: 2,
        outlets: 2,
        recipients: 1,
        recipientsWhoPublished: 1,
      },
      byType: [{ outletType: 'print', clippings: 2 }],
      byWeek: [
        { week: '2026-11-09', clippings: 1 },
        { week: '2026-11-16', clippings: 0 },
        { week: '2026-11-23', clippings: 0 },
        { week: '2026-11-30', clippings: 1 },
      ],
      recipients,
      channels: { total: 1, active: 1, found: 0, withArticles: 0, articles: 0 },
    });
    const tracker = await call('campaigns', 'GET', oneTracker, { params: { trackerId } });
    expect(tracker.body.recipients).toEqual(recipients);
    expect((await workbook(`${oneCampaign}/coverage/workbook`, { params })).sheets).toEqual([
      'Overview',
      'Outlets',
      'Weeks',
      'Recipients',
      'Clippings',
    ]);
    expect(
      await call('coverage', 'GET', `${oneCampaign}/coverage`, { params: { campaignId: 'cmp_none' } }),
    ).toMatchObject({ status: 404 });
  });

  it('PM-12 keeps spam patterns, and refuses what could never match', async () => {
    const { campaignId } = await aRunningCampaign();
    const at = '/v1/spam-patterns';
    const one = `${at}/{patternId}`;
    const create = (body: object) => call('coverage', 'POST', at, { body });
    const created = await create({ type: 'url_domain', pattern: 'https://www.Deals.example/' });
    expect(created).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { pattern: 'deals.example', scope: 'global', isRegex: false, isActive: true, timesMatched: 0 },
    });
    for (const body of [
      { type: 'keyword_title', pattern: '(?=casino)', isRegex: true },
      { type: 'url_domain', pattern: 'deals of the day' },
      { type: 'keyword_title', pattern: 'casino', scope: 'campaign' },
      { type: 'keyword_title', pattern: 'casino', campaignId },
      { type: 'colour', pattern: 'casino' },
    ]) {
      expect(await create(body)).toMatchObject({ status: 400 });
    }
    const params = { patternId: created.body.patternId };
    expect(
      await call('coverage', 'PATCH', one, { params, body: { pattern: '(a', isRegex: true } }),
    ).toMatchObject({ status: 400, body: { code: 'invalid_pattern' } });
    expect(await call('coverage', 'PATCH', one, { params, body: { isActive: false } })).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { isActive: false, pattern: 'deals.example' },
    });
    const scoped = await create({ type: 'outlet_name', pattern: 'Deals', scope: 'campaign', campaignId });
    expect((await call('coverage', 'GET', at, { query: { campaignId } })).body.items).toEqual([scoped.body]);
    expect(await call('coverage', 'DELETE', one, { params })).toMatchObject({ status: 204 });
    expect(await call('coverage', 'GET', one, { params })).toMatchObject({ status: 404 });
    expect(await call('campaigns', 'DELETE', oneCampaign, { params: { campaignId } })).toMatchObject({
      status: 204,
    });
    expect((await call('coverage', 'GET', at)).body.items).toEqual([]);
  });

  it("ST-04 answers for another organization's coverage as for what does not exist", async () => {
    const { campaignId, trackerId, publicationId } = await aRunningCampaign();
    organizationId = `${organizationId}_other`;
    expect(await call('campaigns', 'GET', oneCampaign, { params: { campaignId } })).toMatchObject({
      status: 404,
    });
    expect(await call('campaigns', 'GET', oneTracker, { params: { trackerId } })).toMatchObject({
      status: 404,
    });
    expect(await call('campaigns', 'POST', `${oneTracker}/crawl`, { params: { trackerId } })).toMatchObject({
      status: 404,
    });
    expect(await call('publications', 'GET', onePublication, { params: { publicationId } })).toMatchObject({
      status: 404,
    });
    expect((await call('coverage', 'GET', '/v1/suggestions', { query: { campaignId } })).body).toEqual({
      items: [],
    });
  });
});
