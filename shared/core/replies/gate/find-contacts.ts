import type { Finder } from './find-addresses.ts';

/** Digits spelled out in English, German and Portuguese. */
const SpelledDigits = [
  'zero null',
  'one eins ein um uma',
  'two zwei zwo dois duas',
  'three drei tres',
  'four vier quatro',
  'five funf fuenf cinco',
  'six sechs seis meia',
  'seven sieben sete',
  'eight acht oito',
  'nine neun nove',
];
const DigitOfWord = new Map(
  SpelledDigits.flatMap((words, digit) => words.split(' ').map((word) => [word, String(digit)] as const)),
);
const DigitWord = new RegExp(`\\b(?:${[...DigitOfWord.keys()].join('|')})\\b`, 'gi');

/** With letters that stand for digits, and with digits in words. */
function withDigits(text: string): string {
  const spelled = text.replace(DigitWord, (word) => DigitOfWord.get(word.toLowerCase()) ?? word);
  let decoded = spelled;
  for (let pass = 0; pass < 2; pass += 1) {
    decoded = decoded
      .replace(/(?<=\d)[oO]|[oO](?=\d)/g, '0')
      .replace(/(?<=\d)[lI|!](?=\d|\b)|(?<!\p{L})[lI|](?=\d)/gu, '1');
  }
  return decoded;
}

const PhonePatterns: readonly RegExp[] = [
  // At least six digits, however they are set apart
  /\+?\d(?:[\s().\-/–—_,|*~:+]{0,4}\d){5,}/gu,
  // After a word that asks to call, fewer are enough
  /\b(?:tel|telefon|telefone|phone|fax|fon|hotline|call|dial|text|ruf|anrufen|ligue|liga|ligar|disque|mobil|handy|celular)\b\D{0,14}\d{3,}/giu,
];

export const findPhones: Finder = (text) => {
  const read = withDigits(text);
  return PhonePatterns.flatMap((pattern) => [...read.matchAll(pattern)].map(([found]) => found));
};

const Messengers =
  'whats\\s?app|whats|whatsapp|wpp|zap|zapzap|telegram|signal app|signal messenger|skype|wechat|viber|threema|discord|snapchat|snap chat|kik|onlyfans|paypal|venmo|cash ?app|revolut|mb ?way|bitcoin|btc|ethereum|krypto\\w*|crypto\\w*|cripto\\w*|chave pix|pix';

const Places = 'instagram|insta|tiktok|facebook|linkedin|twitter|youtube|pinterest|reddit|bio|link|links';

const ContactPatterns: readonly RegExp[] = [
  new RegExp(`\\b(?:${Messengers}|${Places})\\b`, 'giu'),
  // Hauptstraße 12, 5 Main Street, Rua das Flores, 7
  /\p{L}*(?:strasse|straße|str\.|gasse|allee|platz|weg)\s?\d+\s?[a-z]?\b/giu,
  /\b\d+\s(?:\p{L}+\s){1,3}(?:street|st\.|road|rd\.|avenue|ave\.?|lane|square|boulevard|drive)\b/giu,
  /\b(?:rua|avenida|av\.|travessa|praca|largo|alameda|estrada)\s(?:\p{L}+\s?){1,4},?\s?(?:n\.?\s?o?\.?\s?)?\d+/giu,
  // Account numbers and wallets
  /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{3,4}){3,}\b/gu,
  /\b(?=\w*\d)(?=\w*[a-z])\w{20,}\b/giu,
];

/** Other ways to reach somebody, and to pay: messengers, postal addresses, accounts. */
export const findContacts: Finder = (text) =>
  ContactPatterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found));

/** Numbers with their separators inside, such as `12`, `9.30` and `1.299,00`. */
export const findFigures: Finder = (text) => [...text.matchAll(/\d+(?:[.,:]\d+)*/gu)].map(([found]) => found);
