import type { LinkResolver } from '../../core/coverage/resolve-links.ts';
import { linkStore } from '../../infra/dynamo/link-store.ts';
import { followLink, linkFetcher } from '../../infra/feeds/follow-link.ts';
import { requireEnvironment } from '../env.ts';
import { outside } from './outside.ts';
import { table } from './table.ts';

/** Null unless the stage wants links to be followed. */
export const linkResolver: LinkResolver | null =
  requireEnvironment('RESOLVE_NEWS_LINKS') === 'true'
    ? { ...linkStore(table), follow: followLink(linkFetcher({ outside })) }
    : null;
