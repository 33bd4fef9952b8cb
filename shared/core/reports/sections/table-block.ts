import type { Block, Table } from '../report-document.ts';

/** A table under a heading; none without rows. */
export function tableBlock(heading: string, columns: Table['columns'], rows: Table['rows']): Block[] {
  return rows.length > 0 ? [{ kind: 'table', heading, table: { columns, rows } }] : [];
}
