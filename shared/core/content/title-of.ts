const LongestTitle = 120;

/** The first line of a text, cut at a word where it is too long for a list (CM-12). */
export function titleOf(text: string): string {
  const firstLine = text.trim().split(/\r?\n/, 1)[0]?.trim() ?? '';
  if (firstLine.length <= LongestTitle) return firstLine;
  const lastSpace = firstLine.slice(0, LongestTitle).lastIndexOf(' ');
  const end = lastSpace > LongestTitle / 2 ? lastSpace : LongestTitle - 1;
  return `${firstLine.slice(0, end)}…`;
}
