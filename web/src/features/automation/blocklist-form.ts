/** One entry per line; empty lines mean nothing. */
export function entriesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

interface Fault {
  entry: string;
  message: string;
}

/** The entries of a list that the API refused, with its words; `expressions.2` means the third one. */
export function faultsIn(
  fields: Readonly<Record<string, string>>,
  list: 'words' | 'expressions',
  entries: readonly string[],
): Fault[] {
  return Object.entries(fields).flatMap(([path, message]) => {
    const index = new RegExp(`(?:^|\\.)${list}\\.(\\d+)$`).exec(path)?.[1];
    const entry = index === undefined ? undefined : entries[Number(index)];
    return entry === undefined ? [] : [{ entry, message }];
  });
}
