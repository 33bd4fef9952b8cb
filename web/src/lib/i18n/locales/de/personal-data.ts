import type { Wording } from '../../wording.ts';
import type * as en from '../en/personal-data.ts';

export const personalData: Wording<typeof en.personalData> = {
  title: 'Personenbezogene Daten',
  organizationLead:
    'Alles, was Earshot von Ihrer Organisation gespeichert hat, ohne ihre Geheimnisse, als komprimierte Datei mit einem JSON-Eintrag je Zeile. Sie lässt sich sieben Tage lang herunterladen.',
  exportAll: 'Alles exportieren',
  exporting: 'Alles wird zusammengetragen …',
  exported_one: '{{count}} Eintrag wurde gefunden.',
  exported_other: '{{count}} Einträge wurden gefunden.',
  download: 'Herunterladen',
  interrupted: 'Die Arbeit wurde unterbrochen. Starten Sie sie noch einmal.',
  exportAuthor: 'Diese Person exportieren',
  eraseAuthor: 'Diese Person löschen',
  eraseTitle: 'Alles über {{name}} löschen?',
  eraseText:
    'Alle Kommentare und Nachrichten dieser Person, Ihre Antworten darauf und alle Aufzeichnungen dazu werden hier endgültig gelöscht, ebenso alle Exportdateien. Zahlen zählen sie ohne Namen weiter. Auf der Plattform wird nichts gelöscht; was gelöscht wurde, kommt nicht zurück, was die Person später schreibt, schon.',
  eraseConfirm: 'Endgültig löschen',
  erasing: 'Diese Person wird gelöscht …',
  erased: 'Alles über {{name}} ist gelöscht.',
};
