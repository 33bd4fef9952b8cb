import type { Provider } from '../../accounts/social-account.ts';
import { blocklistHits } from '../../automation/blocklist.ts';
import { screenText } from '../../automation/screens/screen-text.ts';
import { compileEntry, isFoundIn, nameOf, readingsOf } from '../../automation/screens/word-entries.ts';
import { LongestReply } from '../longest-reply.ts';
import { textToPost } from '../pending-reply.ts';
import { copiedWords } from './copied-words.ts';
import { type Finder, findEmails, findHandles, findLinks } from './find-addresses.ts';
import { findContacts, findFigures, findPhones } from './find-contacts.ts';
import { type GateCheck, GateChecks, type GateResult } from './gate-result.ts';
import { plainReading } from './plain-reading.ts';
import { otherLanguageIn } from './reply-language.ts';
import { type UnfitCheck, UnfitWords } from './unfit-words.ts';
import { unusualCharacters } from './unusual-characters.ts';

/** A text that a model wrote, and all that it is judged by. */
export interface ReplyToCheck {
  text: string;
  signature: string;
  provider: Provider;
  /** What it answers; written by a stranger. */
  comment: string;
  /** ISO 639-1, of the comment. */
  language: string;
  /** The template as the organization wrote it, variables unfilled; what it holds, the reply may hold. */
  template: string | null;
  /** The rule's words to the model. */
  instructions: string;
  /** Names and titles: strangers write some of them, so they excuse figures and spelling, and no address. */
  names: readonly string[];
  blocklist: Parameters<typeof blocklistHits>[0];
}

const Entries = Object.entries(UnfitWords).map(([check, sources]) => ({
  check: check as UnfitCheck,
  entries: sources.flatMap(compileEntry),
}));

const Variable = /[{}]|\[[^\]]*\]|<[^>]*>|\$\w|%\w*%|%[sd]\b|_{2,}|\bX{3,}\b/gu;
const Markup = /\*\*|__|~~|```|`|^\s*(?:#{1,6}|[-*•]|\d+[.)])\s|^["“„»].*["”“«]$|&[a-z]+;/gmu;

const MostTold = 3;

/**
 * Judges a text that a model wrote by everything that keeps it from being posted unread (AR-08): nothing in it may
 * lead out of the conversation, promise, harm or pretend; whatever is unclear fails, and a person decides.
 */
export function checkReply(reply: ReplyToCheck): GateResult {
  const findings: Partial<Record<GateCheck, readonly string[]>> = {
    ...shapeOf(reply),
    ...addressesIn(reply),
    ...wordsIn(reply),
    ...originOf(reply),
  };
  const failed = GateChecks.flatMap((check) => {
    const found = [...new Set(findings[check])];
    return found.length > 0 ? [{ check, found: found.slice(0, MostTold).join(', ').slice(0, 200) }] : [];
  });
  return { ok: failed.length === 0, failed };
}

type Findings = Partial<Record<GateCheck, readonly string[]>>;

function shapeOf({ text, signature, provider, names }: ReplyToCheck): Findings {
  const length = textToPost({ text, signature }).length;
  const longest = LongestReply[provider];
  return {
    empty: /[\p{L}\p{Extended_Pictographic}]/u.test(text) ? [] : ['no words'],
    length: length > longest ? [`${length} characters, ${longest} are allowed`] : [],
    characters: unusualCharacters(without(names, text)),
    variable: matches(text, Variable),
    markup: matches(text, Markup),
  };
}

interface Address {
  find: Finder;
  /** Whether the template holds it; with another full stop behind it, or other separators inside, it is the same. */
  isHeld(found: string, template: readonly string[]): boolean;
}

const written = (found: string) => found.toLowerCase().replace(/[^\p{L}\p{N}@/?=&]/gu, '');
const digits = (found: string) => found.replace(/\D/g, '');
const asWritten: Address['isHeld'] = (found, template) => template.map(written).includes(written(found));
/** A number that stands before another one in the template is found there as one. */
const byDigits: Address['isHeld'] = (found, template) =>
  template.some((held) => digits(held).includes(digits(found)));

const Addresses: Partial<Record<GateCheck, Address>> = {
  link: { find: findLinks, isHeld: asWritten },
  email: { find: findEmails, isHeld: asWritten },
  handle: { find: findHandles, isHeld: asWritten },
  phone: { find: findPhones, isHeld: byDigits },
  contact: { find: findContacts, isHeld: asWritten },
};

function addressesIn({ text, template }: ReplyToCheck): Findings {
  const read = plainReading(text);
  const readTemplate = plainReading(template ?? '');
  return Object.fromEntries(
    Object.entries(Addresses).map(([check, { find, isHeld }]) => {
      const held = find(readTemplate);
      return [check, find(read).filter((found) => !isHeld(found, held))];
    }),
  );
}

function wordsIn({ text, template, blocklist }: ReplyToCheck): Findings {
  const read = plainReading(text);
  const screen = screenText(text);
  const readings = readingsOf(text);
  const templateReadings = readingsOf(template ?? '');
  const unfit = Entries.map(({ check, entries }) => {
    const hits = entries.filter(
      (entry) => isFoundIn(entry, readings) && !(check === 'promise' && isFoundIn(entry, templateReadings)),
    );
    return [check, hits.map(nameOf)] as const;
  });
  return {
    blocklist: [...blocklistHits(blocklist, text), ...blocklistHits(blocklist, read)],
    medical: screen.medical ? screen.matched : [],
    escalation: screen.escalation ? screen.matched : [],
    ...Object.fromEntries(unfit),
  };
}

function originOf(reply: ReplyToCheck): Findings {
  const { text, comment, template, instructions, language, names } = reply;
  const told = [template ?? '', instructions, comment, ...names].map(plainReading).join(' | ');
  const figures = new Set(findFigures(told));
  const copied = [comment, instructions].flatMap((from) => copiedWords(text, from, template ?? '') ?? []);
  const other = otherLanguageIn(without(names, text), language);
  return {
    figure: figuresIn(text).filter((figure) => !figures.has(figure)),
    echo: copied,
    language: other === undefined ? [] : [other],
  };
}

/** Telephone numbers are judged as such. */
function figuresIn(text: string): string[] {
  const read = plainReading(text);
  return findFigures(findPhones(read).reduce((rest, phone) => rest.replaceAll(phone, ' '), read));
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([found]) => found.trim());
}

/** Names come in every alphabet and language. */
function without(names: readonly string[], text: string): string {
  return names
    .filter((name) => name.trim() !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ' '), text);
}
