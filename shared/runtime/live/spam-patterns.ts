import { spamPatternStore } from '../../infra/dynamo/spam-pattern-store.ts';
import { table } from './table.ts';

export const spamPatterns = spamPatternStore(table);
