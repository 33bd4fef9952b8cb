/** One word of an entry, compiled. */
export interface WordPattern {
  letters: string;
  opensLeft: boolean;
  opensRight: boolean;
  /** One letter may be wrong. */
  isLenient: boolean;
}

export function patternOf(part: string): WordPattern {
  const isLenient = part.startsWith('≈');
  const plain = isLenient ? part.slice(1) : part;
  return {
    letters: plain.replaceAll('*', ''),
    opensLeft: plain.startsWith('*'),
    opensRight: plain.endsWith('*'),
    isLenient,
  };
}

/** What a text must contain for the word to match at all. */
export function literalOf({ letters, isLenient }: WordPattern): string {
  return isLenient ? letters.slice(0, 1) : letters;
}

export function wordMatches(pattern: WordPattern, word: string): boolean {
  const { letters, opensLeft, opensRight, isLenient } = pattern;
  if (opensLeft && opensRight) return word.includes(letters);
  if (opensLeft) return word.endsWith(letters);
  if (opensRight ? word.startsWith(letters) : word === letters) return true;
  return isLenient && isOneLetterOff(word, pattern);
}

/** Only inside the word: another first or last letter mostly makes another word. */
function isOneLetterOff(word: string, { letters, opensRight }: WordPattern): boolean {
  let same = 0;
  while (same < letters.length && word[same] === letters[same]) same += 1;
  if (same === 0 || same === letters.length) return false;
  const fits = (rest: string, wanted: string) => (opensRight ? rest.startsWith(wanted) : rest === wanted);
  if (fits(word.slice(same + 1), letters.slice(same))) return true;
  if (same === letters.length - 1) return false;
  const isSwapped = word[same] === letters[same + 1] && word[same + 1] === letters[same];
  return (
    fits(word.slice(same + 1), letters.slice(same + 1)) ||
    fits(word.slice(same), letters.slice(same + 1)) ||
    (isSwapped && fits(word.slice(same + 2), letters.slice(same + 2)))
  );
}
