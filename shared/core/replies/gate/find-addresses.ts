/** Finders read a `plainReading`, and answer what they found as it was written there. */
export type Finder = (text: string) => string[];

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([found]) => found);

/** Endings of addresses that people also write apart; those that are words of a language are left out. */
const Endings =
  'com|net|org|info|biz|shop|online|site|store|app|dev|club|xyz|link|live|io|ai|co|tv|gg|ly|me|de|at|ch|pt|br|eu|uk|us|ru|fr|nl|pl';
const SpelledEndings = 'com|net|org|info|biz|shop|online|store|app|dev|xyz|io|de|pt|br|eu|uk|ly';
const Word = String.raw`[\p{L}\p{N}-]`;

const LinkPatterns: readonly RegExp[] = [
  /[\p{L}][\p{L}\p{N}+.-]*:\/\/\S*/giu,
  /\bh(?:tt|xx)ps?\b/giu,
  /\bwww\b\S*/giu,
  /\b(?:mailto|tel|sms|javascript|data):\S+/giu,
  /\blocalhost\b/giu,
  /\]\s?\(\S*/gu,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/gu,
  // example.com, and what is glued to it
  new RegExp(String.raw`[\p{L}\p{N}]${Word}*\.\p{L}{2,}(?:[.-]?${Word})*(?:[/?#]\S*)?`, 'giu'),
  new RegExp(String.raw`[\p{L}\p{N}]${Word}*,(?:com|net|org|io)\b`, 'giu'),
  // example . com, example. com; a sentence that begins with “Com” is none
  new RegExp(String.raw`[\p{L}\p{N}]\s+\.\s*(?:${Endings})\b`, 'giu'),
  /[\p{L}\p{N}]\.\s+(?:com|net|org|COM|NET|ORG)\b/gu,
  // example dot com, example [dot] anything
  new RegExp(String.raw`${Word}+\s*[-*_]?\s*(?:dot|d0t|punkt)\s*[-*_]?\s*(?:${SpelledEndings})\b`, 'giu'),
  new RegExp(String.raw`${Word}+\s*[-*_]?\s*ponto\s*[-*_]?\s*(?:com|net|org|info|br|pt|io)\b`, 'giu'),
  new RegExp(String.raw`${Word}+\s*[([{<]\s*(?:dot|d0t|punkt|ponto|\.)\s*[)\]}>]\s*${Word}+`, 'giu'),
  /[\p{L}\p{N}]+\s(?:slash|schrägstrich|barra)\s[\p{L}\p{N}]+/giu,
];

export const findLinks: Finder = (text) => LinkPatterns.flatMap((pattern) => all(text, pattern));

const EmailPatterns: readonly RegExp[] = [
  /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)+/giu,
  /[\p{L}\p{N}._-]+\s*[([{<]\s*(?:at|ät|@)\s*[)\]}>]\s*[\p{L}\p{N}._-]+/giu,
  /[\p{L}\p{N}._-]+\s(?:at|arroba|klammeraffe|at-zeichen)\s[\p{L}\p{N}-]+\s?(?:\.|dot|punkt|ponto)\s?\p{L}{2,}/giu,
  /\b(?:arroba|klammeraffe)\b/giu,
];

export const findEmails: Finder = (text) => EmailPatterns.flatMap((pattern) => all(text, pattern));

const HandlePatterns: readonly RegExp[] = [
  /@\s?[\p{L}\p{N}_.]*/giu,
  /#\s?[\p{L}\p{N}_]+/giu,
  /(?<![\p{L}\p{N}])[ur]\/[\p{L}\p{N}_]{2,}/giu,
  /[\p{L}\p{N}]+_[\p{L}\p{N}_]+/giu,
];

export const findHandles: Finder = (text) => HandlePatterns.flatMap((pattern) => all(text, pattern));
