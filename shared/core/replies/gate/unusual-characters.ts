/** Letters of English, German and Portuguese, with those of their neighbours; ª and º belong to Portuguese. */
const UsualLetter = /[A-Za-z\u00aa\u00ba\u00c0-\u024f]/u;

/** Joins emoji, and says that a sign is meant as one. */
const EmojiJoiners = /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)[\u200d\ufe0f]/gu;

const Unusual: readonly RegExp[] = [
  // Control characters, private use, unassigned, line and paragraph separators
  /[^\P{C}\n\ud800-\udfff]/gu,
  /[\u2028\u2029\u115f\u1160\u3164\uffa0]|\u034f/gu,
  // Stacked accents, and keycaps around digits
  /\p{M}{2,}|\p{Me}/gu,
  // Digits and numbers in other shapes
  /[^\P{N}0-9]/gu,
  // Letters in circles and squares
  /[\u24b6-\u24e9\u{1f100}-\u{1f1e5}]/gu,
];

/** Signs that have no place in a reply: they hide something, or they imitate Latin letters. */
export function unusualCharacters(text: string): string[] {
  const plain = text.normalize('NFC').replace(EmojiJoiners, '');
  const letters = [...plain.matchAll(/\p{L}/gu)].map(([letter]) => letter);
  return [
    ...letters.filter((letter) => !UsualLetter.test(letter)),
    ...Unusual.flatMap((pattern) => [...plain.matchAll(pattern)].map(([found]) => found)),
  ].map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
}
