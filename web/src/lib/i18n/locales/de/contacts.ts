import type { Wording } from '../../wording.ts';
import type * as en from '../en/contacts.ts';

export const contacts: Wording<typeof en.contacts> = {
  title: 'Journalisten',
  lead: 'An wen Ihre Kampagnen gehen, und für wen sie schreiben.',
  create: 'Neuer Journalist',
  name: 'Name',
  email: 'E-Mail',
  role: 'Rolle',
  publications: 'Schreibt für',
  noPublications: 'Es gibt noch keine Medien.',
  editTitle: '„{{name}}“ ändern',
  deleteTitle: '„{{name}}“ löschen?',
  deleteText: 'Kampagnen, die an sie gingen, behalten ihre Berichterstattung.',
  emptyTitle: 'Wer schreibt über Sie?',
  empty: 'Journalisten verbinden Kampagnen mit Medien: Wessen Medium berichtet hat, sagt die Auswertung.',
};
