import { rssFeed } from '../../test/support/feed-host.ts';
import { seededRandom, someItem, someKeywords, vocabulary } from './press-texts.ts';

export interface CorpusSize {
  trackers: number;
  feeds: number;
  /** One of so many feeds holds coverage of a tracker that watches it. */
  coverageEvery: number;
}

const ArticlesPerFeed = 30;
/** Feeds beyond these repeat their texts under addresses of their own. */
const MostTexts = 140;

/** The same keywords and feeds wherever they are made: by the crawl and by its servers. */
export function pressCorpus({ trackers, feeds, coverageEvery }: CorpusSize) {
  const random = seededRandom(7);
  const words = vocabulary(5_000, random);
  const names = someKeywords(trackers * 2, words, random);
  const texts = Array.from({ length: Math.min(feeds, MostTexts) }, (_, text) =>
    rssFeed(
      `Paper ${text}`,
      Array.from({ length: ArticlesPerFeed }, (_unused, number) => {
        const { title, content } = someItem(number, words, words, random);
        const coverage = number === 0 ? '§' : '';
        const link = `https://paper-@.example/articles/${number}`;
        return { title: `${coverage}${title}`, link, description: content };
      }),
    ),
  );
  const keywordsOf = (tracker: number) => names.slice(tracker * 2, tracker * 2 + 2);
  return {
    keywordsOf,
    /** The first of the feeds in a row that a tracker watches. */
    firstFeedOf: (tracker: number) => Math.floor((tracker * feeds) / trackers),
    bodyOf(feed: number): string {
      const about = keywordsOf(Math.floor((feed * trackers) / feeds)).join(' and ');
      const text = (texts[feed % texts.length] ?? '').replaceAll('@', String(feed));
      return text.replace('§', feed % coverageEvery === 0 ? `${about}: ` : '');
    },
  };
}
