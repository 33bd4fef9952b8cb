import type { FeedItem } from '../../shared/core/coverage/feed-document.ts';

/** The same numbers in every run (mulberry32), so that results can be compared. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NamedShare = 0.02;
const Syllables =
  'ba ber café del en fon gra ha in ju ka lis mün no or pa que ro são ter un vi wer xa ya zü'.split(' ');

/** Words as German, Portuguese and English have them: two to four syllables, some capital, some with marks. */
export function vocabulary(size: number, random: () => number): string[] {
  const words = new Set<string>();
  while (words.size < size) {
    const syllables = Array.from({ length: 3 + Math.floor(random() * 3) }, () => one(Syllables, random));
    const word = syllables.join('');
    words.add(random() < 0.4 ? word.charAt(0).toUpperCase() + word.slice(1) : word);
  }
  return [...words];
}

/** Keywords as campaigns have them: names, alone or followed by a common word. */
export function someKeywords(count: number, words: readonly string[], random: () => number): string[] {
  const names = vocabulary(count, random).map((name) => `${name}${one(Syllables, random)}`);
  return Array.from({ length: count }, () =>
    random() < 0.6 ? one(names, random) : `${one(names, random)} ${one(words, random)}`,
  );
}

/** An article of common words in which now and then somebody is named. */
export function someItem(
  number: number,
  words: readonly string[],
  names: readonly string[],
  random: () => number,
): FeedItem {
  const word = () => (random() < NamedShare ? one(names, random) : one(words, random));
  const text = (length: number) => Array.from({ length }, word).join(' ');
  return {
    title: text(9),
    link: `https://paper-${number % 140}.example/articles/${number}`,
    id: `article-${number}`,
    publishedAt: '2026-11-20T08:00:00.000Z',
    content: `<p>${text(20)}. ${text(20)}.</p>`,
    imageUrl: null,
    publisher: null,
  };
}

export function one<T>(list: readonly T[], random: () => number): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('Nothing to choose from.');
  return found;
}
