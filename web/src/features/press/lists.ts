/** Words as people type them: separated by commas or line ends, each once. */
export function wordsOf(text: string): string[] {
  return unique(text.split(/[,\n]/));
}

/** One address per line, each once. */
export function linesOf(text: string): string[] {
  return unique(text.split(/\s+/));
}

function unique(parts: string[]): string[] {
  return [...new Set(parts.map((part) => part.trim()).filter(Boolean))];
}
