import type { Provider, WorldContext } from '../provider.ts';
import { answerNewsControl } from './control.ts';
import { answerGoogleNews, GoogleNewsHost } from './google-news.ts';
import { answerPublisher } from './publisher-site.ts';
import { populateNews } from './start-state.ts';
import { openNewsState } from './state.ts';

/** The simulated press: publishers with their feeds and pages, and the search of Google News over all of them. */
export function createNewsWorld({ store, now }: WorldContext): Provider {
  const state = openNewsState(store);
  populateNews(state, now());
  const publisherAt = (host: string) => state.publishers.get(host.replace(/^www\./, ''));
  return {
    name: 'news',
    hosts: (host) => host === GoogleNewsHost || publisherAt(host) !== undefined,
    handle: async (request) => {
      const publisher = publisherAt(request.host);
      return publisher ? answerPublisher(state, publisher, request) : answerGoogleNews(state, request);
    },
    control: async (request) => answerNewsControl({ state, now }, request),
  };
}
