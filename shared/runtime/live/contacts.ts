import { contactStore } from '../../infra/dynamo/contact-store.ts';
import { table } from './table.ts';

export const contacts = contactStore(table);
