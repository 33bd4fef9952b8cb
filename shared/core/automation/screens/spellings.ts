import { normaliseText } from '../normalise-text.ts';

/** Cyrillic and Greek letters, and the Latin ones that they look like. */
const Foreign = 'аеорсухіјѕԁһɡαεορικτνη';
const Latin = 'aeopcyxijsdhgaeopiktvn';
const LookAlikes = new Map(Array.from(Foreign, (letter, index) => [letter, Latin.charAt(index)]));

/** Digits and signs that stand for letters; `1` and `|` stand for two, so they come in two readings. */
const LeetLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '€': 'e',
  '!': 'i',
};

function plainLetters(text: string): string {
  return normaliseText(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0370-\u04ff\u0500-\u052f\u0261]/g, (letter) => LookAlikes.get(letter) ?? letter);
}

/** Only words that mix letters with such signs are read differently: `4ll3rgy`, but not `24`. */
function decodeLeet(text: string, one: 'i' | 'l'): string {
  return text.replace(/[\p{L}\p{N}@$€!|]+/gu, (word) =>
    /\p{L}/u.test(word) ? word.replace(/[0134578@$€!|]/g, (sign) => LeetLetters[sign] ?? one) : word,
  );
}

/** `a l l e r g y` and `s.u.e` become words again. */
function joinSpelledOut(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])(?:\p{L}[\s._*-]+){2,}\p{L}(?![\p{L}\p{N}])/gu, (run) =>
    run.replace(/[^\p{L}]/gu, ''),
  );
}

const removeInnerMarks = (text: string) => text.replace(/(?<=\p{L})[._*'-]+(?=\p{L})/gu, '');
const shortenRuns = (text: string, to: string) => text.replace(/(\p{L})\1{2,}/gu, to);

/** All ways to read a text in which somebody may have hidden a word; the first is the plain one. */
export function spellingsOf(text: string): string[] {
  const plain = plainLetters(text);
  const joined = joinSpelledOut(plain);
  return [
    ...new Set([
      plain,
      joined,
      removeInnerMarks(joined),
      decodeLeet(joined, 'i'),
      decodeLeet(joined, 'l'),
      shortenRuns(plain, '$1'),
      shortenRuns(plain, '$1$1'),
    ]),
  ];
}

/** The words of one spelling; an emoji is a word of its own. */
export function wordsOf(spelling: string): string[] {
  return spelling.match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
}

/** How an entry of a word list is spelled: German umlauts also as `ae`, `oe`, `ue`. */
export function spellingsOfEntry(entry: string): string[] {
  const withoutUmlauts = entry.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue');
  return [...new Set([plainLetters(entry), plainLetters(withoutUmlauts)])];
}
