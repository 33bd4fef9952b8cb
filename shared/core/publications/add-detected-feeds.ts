import { isAppError, notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { type DetectedFeed, detectFeeds, type ProbeAddress } from './detect-feeds.ts';
import type { PublicationStore } from './ports.ts';
import type { Publication } from './publication.ts';
import type { NewPublication, PublicationPatch } from './save-publication.ts';

export interface AddDetectedFeedsDeps {
  publications: Pick<PublicationStore, 'find' | 'update'>;
  probeAddress: ProbeAddress;
}

const MostFeeds = 50;
const MostAttempts = 5;

/** Whether a save asks for detection (PM-02): it touches the monitoring, which detects feeds and has a website. */
export function asksForDetection(
  { monitoringConfig: saved }: Publication,
  given: NewPublication | PublicationPatch,
): boolean {
  const touches = given.monitoringConfig !== undefined || given.websiteUrl !== undefined;
  return touches && saved.autoDetectRss && saved.websiteUrl !== null;
}

/** PM-02: looks for the feeds of a publication's website and adds those that are new; it removes none. */
export async function addDetectedFeeds(
  deps: AddDetectedFeedsDeps,
  context: TenantContext,
  before: Publication,
): Promise<{ found: DetectedFeed[]; publication: Publication }> {
  const { websiteUrl, rssFeedUrls } = before.monitoringConfig;
  const found = websiteUrl === null ? [] : await detectFeeds(deps.probeAddress, websiteUrl, rssFeedUrls);
  const added = found.filter(({ isNew }) => isNew).map(({ url }) => url);
  if (added.length === 0) return { found, publication: before };
  return { found, publication: await withFeeds(deps, context, before, added) };
}

/** Detection takes seconds: what somebody saved meanwhile stays. */
async function withFeeds(
  deps: AddDetectedFeedsDeps,
  context: TenantContext,
  before: Publication,
  added: readonly string[],
): Promise<Publication> {
  const { publicationId } = before;
  let publication = before;
  for (let attempt = 1; ; attempt += 1) {
    const { monitoringConfig, version } = publication;
    const rssFeedUrls = [...new Set([...monitoringConfig.rssFeedUrls, ...added])].slice(0, MostFeeds);
    const changes = { monitoringConfig: { ...monitoringConfig, rssFeedUrls } };
    try {
      return await deps.publications.update(context, publicationId, changes, version);
    } catch (error) {
      if (!isAppError(error, 'version_mismatch') || attempt === MostAttempts) throw error;
      const current = await deps.publications.find(context, publicationId);
      if (!current) throw notFound('The publication');
      publication = current;
    }
  }
}
