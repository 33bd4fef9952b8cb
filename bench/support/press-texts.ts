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

const Syllables = 'ba ber café del en fon gra ha in ju ka lis mün no or pa que ro são ter un vi wer xa ya zü'.split(' ');

/** Words as German, Portuguese and English have them: two to four syllables, some capital, some with marks. */
export function vocabulary(size: number, random: () => number): string[] {
  const words = new Set<string>();
  while (words.size < size) {
    const syllables = Array.from({ length: 2 + Math.floor(random() * 3) }, () => one(Syllables, random));
    const word = syllables.join('');
    words.add(random() < 0.4 ? word.charAt(0).toUpperCase() + word.slice(1) : word);
  }
  return [...words];
}

/** Keywords of one or two words; few of them are the same. */
export function someKeywords(count: number, words: readonly string[], random: () => number): string[] {
  return Array.from({ length: count }, () =>
    random() < 0.5 ? one(words, random) : `${one(words, random)} ${one(words, random)}`,
  );
}

export function someItem(number: number, words: readonly string[], random: () => number): FeedItem {
  const text = (length: number) => Array.from({ length }, () => one(words, random)).join(' ');
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
