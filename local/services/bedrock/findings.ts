import texts from './texts.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

export interface CommentFindings {
  sentiment: 'positive' | 'gratitude' | 'neutral' | 'question' | 'negative' | 'frustration';
  score: number;
  confidence: number;
  topics: string[];
  language: string;
  isMedicalQuestion: boolean;
  requiresEscalation: boolean;
  isSpam: boolean;
}

type Language = 'en' | 'de' | 'pt';

const Patterns = { en: patternsOf(words.en), de: patternsOf(words.de), pt: patternsOf(words.pt) };
const CommonWords = Object.entries(words).map(([language, { common }]) => ({
  language,
  pattern: anyOf(common),
}));
const Topics = Object.entries(texts.topics).map(([topic, list]) => ({ topic, pattern: anyOf(list) }));
const Scripts: [string, RegExp][] = [
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
];
const GladEmoji = /[😀😃😄😁😊😍🥰🤩👍👏❤💖💚💙🎉🔥😋]/gu;
const SadEmoji = /[😡😠🤬👎😞😢😭🤮]/gu;

/** What the stand-in for the language model finds in a comment: the same text always gives the same answer. */
export function findingsOf(text: string): CommentFindings {
  const language = languageOf(text);
  const patterns = Patterns[isKnown(language) ? language : 'en'];
  const count = (name: keyof typeof patterns) => hits(patterns[name], text);
  const negated = count('negatedPraise');
  const praise = count('positive') - negated + hits(GladEmoji, text);
  const blame = count('negative') + negated + hits(SadEmoji, text);
  const thanks = count('gratitude');
  const anger = count('frustration');
  const asked = text.includes('?') || (praise <= 0 && patterns.opening.test(text.trim()));
  return {
    sentiment: sentimentOf({ praise, blame, thanks, anger, asked }),
    score: clamp(0.5 + 0.12 * (praise + thanks) - 0.15 * blame - 0.25 * anger, 0.02, 0.98),
    confidence: Math.min(96, 78 + 6 * (praise + blame + thanks + anger + (asked ? 1 : 0))),
    topics: Topics.flatMap(({ topic, pattern }) => (hits(pattern, text) > 0 ? [topic] : [])),
    language,
    isMedicalQuestion: count('medical') > 0,
    requiresEscalation: count('escalation') > 0,
    isSpam: count('spam') > 0 || hits(/https?:\/\//giu, text) > 1,
  };
}

/** A short, friendly answer in the comment's language, English where that is not spoken here. */
export function replyTo(text: string, language: string = languageOf(text)): string {
  const { sentiment } = findingsOf(text);
  const replies = texts.replies[isKnown(language) ? language : 'en'];
  return replies[sentiment === 'frustration' ? 'negative' : sentiment];
}

/** The sentence by which a tone is known. */
export function closingOf(tone: string, text: string, language: string = languageOf(text)): string {
  const closings: Record<string, string> = texts.closings[isKnown(language) ? language : 'en'];
  return closings[tone] ?? '';
}

interface Counts {
  praise: number;
  blame: number;
  thanks: number;
  anger: number;
  asked: boolean;
}

function sentimentOf({ praise, blame, thanks, anger, asked }: Counts): CommentFindings['sentiment'] {
  if (anger > 0) return 'frustration';
  if (blame > praise + thanks && !(asked && blame === 1)) return 'negative';
  if (asked) return 'question';
  if (thanks > 0) return 'gratitude';
  return praise > 0 ? 'positive' : 'neutral';
}

function languageOf(text: string): string {
  const [script] = Scripts.find(([, pattern]) => hits(pattern, text) > text.length / 4) ?? [];
  if (script) return script;
  if (!/\p{L}/u.test(text)) return 'und';
  const scored = CommonWords.map(({ language, pattern }) => {
    const typical = isKnown(language) ? typicalHits(Patterns[language], text) : 0;
    return { language, score: hits(pattern, text) + typical };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.language : 'en';
}

/** Words of feeling and of danger tell a language as well as its small words do. */
function typicalHits(
  { opening: _position, ...patterns }: ReturnType<typeof patternsOf>,
  text: string,
): number {
  return Object.values(patterns).reduce((sum, pattern) => sum + hits(pattern, text), 0);
}

function patternsOf({
  positive,
  gratitude,
  negative,
  frustration,
  question,
  negation,
  ...flags
}: (typeof words)[Language]) {
  const between = String.raw`\s+(?:[\p{L}']+\s+)?`;
  return {
    positive: anyOf(positive),
    gratitude: anyOf(gratitude),
    negative: anyOf(negative),
    frustration: anyOf(frustration),
    negatedPraise: new RegExp(`${alternatives(negation)}${between}${alternatives(positive)}`, 'giu'),
    opening: new RegExp(`^${alternatives(question)}[^.!]*$`, 'iu'),
    medical: anyOf(flags.medical),
    escalation: anyOf(flags.escalation),
    spam: anyOf(flags.spam),
  };
}

function anyOf(list: string): RegExp {
  return new RegExp(alternatives(list), 'giu');
}

/** Whole words of a list `word | two words | any*`; a trailing asterisk stands for any ending. */
function alternatives(list: string): string {
  const sources = list
    .split(' | ')
    .map((entry) => entry.replaceAll('*', String.raw`\p{L}*`).replaceAll("'", "['’]"));
  return String.raw`(?<![\p{L}\p{N}])(?:${sources.join('|')})(?![\p{L}\p{N}])`;
}

function hits(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].length;
}

function isKnown(language: string): language is Language {
  return Object.hasOwn(Patterns, language);
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.round(Math.min(highest, Math.max(lowest, value)) * 100) / 100;
}
