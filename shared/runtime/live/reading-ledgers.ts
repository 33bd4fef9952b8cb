import { readingLedgerStore } from '../../infra/dynamo/reading-ledger-store.ts';
import { table } from './table.ts';

export const readingLedgers = readingLedgerStore(table);
