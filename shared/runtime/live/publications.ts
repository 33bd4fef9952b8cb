import { publicationStore } from '../../infra/dynamo/publication-store.ts';
import { table } from './table.ts';

export const publications = publicationStore(table);
