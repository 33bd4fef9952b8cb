/** Soft hyphens, zero-width and direction marks, variation selectors: they carry no meaning but break comparisons. */
const Invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const Apostrophes = /[\u2018\u2019\u201a\u201b\u02bc\u00b4`]/g;
const Quotes = /[\u201c-\u201f\u00ab\u00bb]/g;
const Dashes = /[\u2010-\u2015\u2212]/g;

/**
 * One form for comparing texts: compatibility characters unified (NFKC), case folded, invisible characters removed,
 * quotes, dashes and white space made plain. `Straße` and `STRASSE` are the same; accents stay.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(Invisible, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replace(Apostrophes, "'")
    .replace(Quotes, '"')
    .replace(Dashes, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}
