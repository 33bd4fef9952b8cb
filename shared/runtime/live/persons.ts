import { personDirectory } from '../../infra/dynamo/person-directory.ts';
import { table } from './table.ts';

export const persons = personDirectory(table);
