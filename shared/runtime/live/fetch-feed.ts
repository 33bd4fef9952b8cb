import { feedFetcher, fetchFeed as fetchFeedWith } from '../../infra/feeds/fetch-feed.ts';
import { outsideAddress } from '../../infra/http/outside.ts';
import { optionalEnvironment } from '../env.ts';

export const fetchFeed = fetchFeedWith(
  feedFetcher({ outside: outsideAddress(optionalEnvironment('OUTSIDE_WORLD_URL')) }),
  Date.now,
);
