import { directoryStore, superadminRegistry } from '../../infra/dynamo/directory-store.ts';
import { table } from './table.ts';

export const directory = directoryStore(table);
export const superadmins = superadminRegistry(table);
