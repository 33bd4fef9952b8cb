import type { Table, Value } from '../../core/reports/report-document.ts';

/** The most characters of a line: longer texts go on in the next. */
export const Widest = 60;
/** Some letters are wider than others. */
const SurelyFitting = 50;
const LineHeight = 15;

export const isLeft = (kind: Value['kind']) => kind === 'text' || kind === 'day';

/** A number ends where the text beside it begins. */
export function isAfterNumber(columns: Table['columns'], index: number): boolean {
  const [before, own] = [columns[index - 1], columns[index]];
  return before !== undefined && own !== undefined && !isLeft(before.kind) && isLeft(own.kind);
}

export function withRoom<T extends object>(cell: T, isNeeded: boolean) {
  return isNeeded ? { ...cell, align: 'left' as const, indent: 1 } : cell;
}

const SecondsPerDay = 86_400;

/** Excel writes numbers as its user is used to. */
export function cellOf(value: Value) {
  if (value.kind === 'text') {
    // Of type text, a cell that begins with `=` is shown and never calculated.
    return { value: printable(value.text), type: String, format: '@' };
  }
  if (value.value === null) return { value: '–', type: String, align: 'right' as const };
  switch (value.kind) {
    case 'day':
      return { value: new Date(`${value.value}T00:00:00.000Z`), type: Date, align: 'left' as const };
    case 'count':
      return {
        value: value.value,
        type: Number,
        format: Number.isInteger(value.value) ? '#,##0' : '#,##0.00',
      };
    case 'share':
      return { value: value.value, type: Number, format: '0%' };
    case 'duration':
      return { value: value.value / SecondsPerDay, type: Number, format: '[h]:mm:ss' };
  }
}

/** XML has no place for control characters, and a cell for no more than 32,767. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '').slice(0, 32_000);
}

/** As people of a language write dates, in the signs of Excel, e.g. `dd.mm.yyyy`. */
export function dateFormat(locale: string): string {
  const signs: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {
    day: 'dd',
    month: 'mm',
    year: 'yyyy',
  };
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short' })
    .formatToParts(0)
    .map(({ type, value }) => signs[type] ?? value)
    .join('');
}

/** A row whose texts need several lines is as high as the longest of them: programs do not see to that by themselves. */
export function highEnough<T extends { value: unknown }>(cells: readonly T[]) {
  const lengths = cells.map(({ value }) => (typeof value === 'string' ? value.length : 0));
  const longest = Math.max(...lengths);
  if (longest <= Widest) return [...cells];
  const height = Math.ceil(longest / SurelyFitting) * LineHeight;
  return cells.map((cell) => ({ ...cell, height, alignVertical: 'top' as const, wrap: true }));
}
