import type { Wording } from '../../wording.ts';
import type * as en from '../en/spam.ts';

export const spam: Wording<typeof en.spam> = {
  title: 'Ausgeschlossen',
  lead: 'Artikel, auf die das passt, werden nie vorgeschlagen, wie gut sie die Stichwörter auch treffen.',
  create: 'Neues Muster',
  type: 'Betrachtet',
  types: {
    url_domain: 'Domain',
    keyword_title: 'Wörter im Titel',
    keyword_content: 'Wörter im Text',
    outlet_name: 'Name des Mediums',
  },
  pattern: 'Muster',
  patternHint: 'Eine Domain schließt auch aus, was unter ihr liegt. Groß und klein ist gleich.',
  isRegex: 'Es ist ein regulärer Ausdruck (RE2)',
  regex: 'Regulärer Ausdruck',
  scope: 'Für',
  everywhere: 'Alle Kampagnen',
  description: 'Warum',
  switch: '„{{pattern}}“ ausschließen',
  matched_one: '{{count}} Artikel ausgeschlossen',
  matched_other: '{{count}} Artikel ausgeschlossen',
  deleteTitle: '„{{pattern}}“ löschen?',
  deleteText: 'Was es ausgeschlossen hat, kann vorgeschlagen werden, wenn die Feeds wieder gelesen werden.',
  markTitle: 'Spam, und Ähnliches ausschließen',
  markText: '„{{title}}“ ist keine Berichterstattung, und Ähnliches soll nicht mehr vorgeschlagen werden.',
  keepOut: 'Ausschließen',
  ofDomain: 'Alles von seiner Domain',
  ofOutlet: 'Alles von seinem Medium',
  thisCampaign: 'Diese Kampagne',
  mark: 'Ausschließen',
  emptyTitle: 'Nichts ist ausgeschlossen',
  empty:
    'Presseportale, Shops und Verzeichnisse, die Ihre Worte wiederholen, sind keine Berichterstattung: Nennen Sie sie hier einmal.',
};
