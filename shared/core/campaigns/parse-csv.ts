/** A line of a table with the number that a person sees beside it in a spreadsheet. */
export interface CsvRow {
  row: number;
  cells: string[];
}

const Separators = [',', ';', '\t'];

/** Reads CSV as spreadsheets write it (RFC 4180): the separator that the first line uses most, quotes, any line ends. */
export function parseCsv(csv: string): CsvRow[] {
  const text = csv.replace(/^\ufeff/, '');
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRow = () => {
    rows.push({ row: rows.length + 1, cells: [...cells, cell] });
    cells = [];
    cell = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (isQuoted) {
      const isEscaped = character === '"' && text.charAt(index + 1) === '"';
      if (isEscaped) index += 1;
      if (character === '"' && !isEscaped) isQuoted = false;
      else cell += character;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === separator) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text.charAt(index + 1) === '\n') index += 1;
      endRow();
    } else cell += character;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows.filter((row) => row.cells.some((value) => value.trim() !== ''));
}

function separatorOf(text: string): string {
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  const uses = (separator: string) => firstLine.split(separator).length;
  return Separators.reduce((best, separator) => (uses(separator) > uses(best) ? separator : best));
}
