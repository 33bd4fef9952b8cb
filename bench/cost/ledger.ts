import type { WriteUnits } from './units.ts';

interface Row {
  requests: number;
  table: number;
  indexes: number;
}

/** What is consumed, by kind of item; reads and requests besides. */
export class Ledger {
  readonly writes = new Map<string, Row>();
  readUnits = 0;
  requests = 0;

  write(kind: string, { table, indexes }: WriteUnits): void {
    const row = this.writes.get(kind) ?? { requests: 0, table: 0, indexes: 0 };
    this.writes.set(kind, {
      requests: row.requests + 1,
      table: row.table + table,
      indexes: row.indexes + indexes,
    });
  }

  read(units: number): void {
    this.readUnits += units;
  }

  reset(): void {
    this.writes.clear();
    this.readUnits = 0;
    this.requests = 0;
  }

  get writeUnits(): number {
    return [...this.writes.values()].reduce((sum, { table, indexes }) => sum + table + indexes, 0);
  }
}
