/**
 * The words of one language that keep a text from automation (AR-03).
 * An entry is one or more words that follow each other. `*` at a word's start or end stands for any letters,
 * so that stems and compounds match (`allerg*`, `*medikament*`); `~` between words allows up to five others.
 * `≈` before a word also accepts one wrong, missing, extra or swapped letter in it, but for the first and the last:
 * for long words that people misspell and that resemble no others.
 * Case, accents, look-alike letters and digits for letters are taken care of: write entries plainly.
 */
export interface WordList {
  language: string;
  medical: readonly string[];
  escalation: readonly string[];
}
