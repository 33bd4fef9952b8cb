import { deadLetterStore } from '../../infra/dynamo/dead-letter-store.ts';
import { table } from './table.ts';

export const deadLetters = deadLetterStore(table);
