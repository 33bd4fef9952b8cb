import type { Wording } from '../../wording.ts';
import type * as en from '../en/messages.ts';

export const messages: Wording<typeof en.messages> = {
  title: 'Nachrichten',
  onlyUnanswered: 'Nur unbeantwortete',
  emptyTitle: 'Keine Nachrichten',
  empty: 'Direktnachrichten an Ihre Seiten erscheinen hier, nach Personen.',
  noneUnanswered: 'Niemand wartet auf eine Antwort.',
  chooseTitle: 'Wählen Sie eine Unterhaltung',
  choose: 'Lesen Sie beide Seiten, und antworten Sie, solange die Plattform Nachrichten annimmt.',
  conversation: 'Unterhaltung',
  unanswered: 'Wartet auf Antwort',
  you: 'Sie:',
  earlier: 'Frühere Nachrichten',
  details: 'Einzelheiten dieser Nachricht',
  attachment: 'Anhang ({{kind}})',
  attachmentGone: '{{kind}}, nicht mehr da',
  attachments: {
    image: 'Bild',
    video: 'Video',
    audio: 'Sprachnachricht',
    file: 'Datei',
    story_mention: 'Story',
  },
  expires: 'Die Plattform nimmt ihn am {{date}} weg.',
  onPlatform: 'Auf der Plattform geschrieben',
  writeTo: 'An {{name}} schreiben',
  until: 'Die Plattform nimmt Nachrichten bis {{date}} an.',
  send: 'Senden',
  neverWrote: 'Diese Person hat noch nicht geschrieben: Vorher nimmt die Plattform keine Nachricht an.',
  closed:
    'Seit dem {{date}} nimmt die Plattform keine Nachrichten an. Sie tut es wieder, wenn die Person schreibt.',
};
