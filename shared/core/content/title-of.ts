const LongestTitle = 120;

/** The first line of a text, cut at a word where it is too long for a list (CM-12). */
export function titleOf(text: string): string {
  const firstLine = text.trim().split(/\r?\n/, 1)[0]?.trim() ?? '';
  if (firstLine.length <= LongestTitle) return firstLine;
  const cut = firstLine.slice(0, LongestTitle - 1);
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > LongestTitle / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}
