import { normaliseText } from '../../automation/normalise-text.ts';

/** So many words in a row are no coincidence. */
const LongestCoincidence = 5;

function wordsOf(text: string): string[] {
  return normaliseText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Words in a row that a reply has copied from a text which is not its own; undefined where there are none.
 * A comment may be written only to be repeated by the one who answers it. What the template says may stand.
 */
export function copiedWords(reply: string, from: string, template: string): string | undefined {
  const words = wordsOf(reply);
  const source = wordsOf(from);
  if (words.length > 1 && words.join(' ') === source.join(' ')) return words.join(' ');
  const sourceText = ` ${source.join(' ')} `;
  const templateText = ` ${wordsOf(template).join(' ')} `;
  for (let start = 0; start + LongestCoincidence < words.length; start += 1) {
    const run = words.slice(start, start + LongestCoincidence + 1).join(' ');
    if (sourceText.includes(` ${run} `) && !templateText.includes(` ${run} `)) return run;
  }
  return undefined;
}
