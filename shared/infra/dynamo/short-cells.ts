/** Begins a word that is written short, and is doubled before a part that begins with it. */
const Mark = '~';

/**
 * The words that most names of cells consist of, by the letters that stand for them: a name is stored with its count,
 * and an item costs a write unit for each kilobyte. What a letter stands for never changes; new words get new letters.
 */
const Words: Record<string, string> = {
  i: 'interaction',
  c: 'content',
  r: 'response',
  t: 'topic',
  e: 'execution',
  p: 'processing',
  m: 'model',
  f: 'facebook',
  g: 'instagram',
  k: 'tiktok',
  y: 'youtube',
  '+': 'positive',
  '=': 'neutral',
  '-': 'negative',
  '!': 'frustration',
  '?': 'question',
  '*': 'gratitude',
  u: 'unknown',
  n: 'new',
  s: 'reply_scheduled',
  h: 'manual',
  a: 'replied',
  d: 'closed',
  o: 'automation',
  b: 'blocked',
  x: 'safety:medical',
  z: 'safety:escalation',
  w: 'safety:analysis_missing',
  l: 'blocklist',
  I: 'inputTokens',
  O: 'outputTokens',
  U: 'microUsd',
  C: 'calls',
};
const Letters = new Map(Object.entries(Words).map(([letter, word]) => [word, letter]));

/** The name of a cell as it is stored. */
export function shortCell(name: string): string {
  return eachPart(name, (part) => {
    const letter = Letters.get(part);
    if (letter !== undefined) return `${Mark}${letter}`;
    return part.startsWith(Mark) ? `${Mark}${part}` : part;
  });
}

/** The reverse of `shortCell`. */
export function wholeCell(stored: string): string {
  return eachPart(stored, (part) => {
    if (!part.startsWith(Mark)) return part;
    const rest = part.slice(Mark.length);
    return rest.startsWith(Mark) ? rest : (Words[rest] ?? part);
  });
}

function eachPart(name: string, change: (part: string) => string): string {
  return name.split('|').map(change).join('|');
}
