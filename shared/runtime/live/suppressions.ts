import { mailSuppressionStore } from '../../infra/dynamo/mail-suppression-store.ts';
import { table } from './table.ts';

export const suppressions = mailSuppressionStore(table);
