import type { Wording } from '../../wording.ts';
import type * as en from '../en/shell.ts';

export const shell: Wording<typeof en.shell> = {
  navigation: 'Hauptnavigation',
  skip: 'Zum Inhalt',
  inbox: 'Posteingang',
  messages: 'Nachrichten',
  automation: 'Automatik',
  analytics: 'Zahlen',
  press: 'Presse',
  suggestions: 'Vorschläge',
  clippings: 'Clippings',
  campaigns: 'Kampagnen',
  publications: 'Medien',
  contacts: 'Journalisten',
  spamPatterns: 'Ausgeschlossen',
  reports: 'Berichte',
  settings: 'Einstellungen',
  accounts: 'Konten',
  organization: 'Organisation',
  webhooks: 'Webhooks',
  members: 'Mitglieder',
  outbox: 'Postausgang',
  outboxHint: 'E-Mails, die dieser lokale Stack versendet hat',
  notices: 'Hinweise',
  account: 'Sie und Ihre Einstellungen',
  language: 'Sprache',
  theme: 'Darstellung',
  themeSystem: 'Wie das System',
  themeLight: 'Hell',
  themeDark: 'Dunkel',
  signOut: 'Abmelden',
  more: 'Mehr',
  shortcuts: 'Tastenkürzel',
  notFoundTitle: 'Unter dieser Adresse gibt es nichts',
  notFound: 'Der Link ist vielleicht veraltet. Die Navigation führt zu allem, was es gibt.',
};

export const live: Wording<typeof en.live> = {
  connecting: 'Verbindet …',
  live: 'Live',
  offline: 'Verbindet erneut …',
  liveHint: 'Neue Kommentare und Artikel erscheinen von selbst.',
  offlineHint: 'Die Verbindung ist unterbrochen. Was Sie sehen, kann veraltet sein; es wird erneut versucht.',
  updates: 'Letzte Ereignisse',
  noUpdates: 'Seit Sie hier sind, ist nichts geschehen.',
  newInteractions_one: '{{count}} neuer Kommentar ist da',
  newInteractions_other: '{{count}} neue Kommentare sind da',
  show: 'Ansehen',
  events: {
    'interaction.created': 'Ein Kommentar kam an',
    'interaction.updated': 'Ein Kommentar hat sich geändert',
    'reply.posted': 'Eine Antwort wurde veröffentlicht',
    'suggestion.created': 'Ein Artikel wurde gefunden',
    'clipping.created': 'Ein Bericht wurde bestätigt',
    'account.updated': 'Ein Konto hat sich geändert',
    'webhook.updated': 'Ein Webhook hat sich geändert',
    'report.failed': 'Ein Bericht konnte nicht versandt werden',
    'model_budget.reached': 'Das Monatsbudget des Modells geht zu Ende',
  },
};

export const action: Wording<typeof en.action> = {
  copy: 'Kopieren',
  stored: 'Ich habe es aufbewahrt',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  create: 'Anlegen',
  edit: 'Bearbeiten',
  delete: 'Löschen',
  retry: 'Erneut versuchen',
  dismiss: 'Ausblenden',
  loadMore: 'Mehr laden',
  clear: 'Leeren',
};

export const state: Wording<typeof en.state> = {
  copied: 'Es ist in der Zwischenablage.',
  loading: 'Lädt …',
  saved: 'Gespeichert.',
};

export const error: Wording<typeof en.error> = {
  requestId: 'Kennung {{requestId}}',
  unexpected: {
    title: 'Hier ist etwas schiefgegangen',
    advice:
      'Das war unser Fehler. Laden Sie die Seite neu; geschieht es wieder, sagen Sie es Ihrer Administration.',
  },
  refused: { title: 'Das hat nicht geklappt' },
  offline: {
    title: 'Earshot ist nicht erreichbar',
    advice: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  },
  unavailable: {
    title: 'Earshot ist ausgelastet',
    advice: 'Es ging nichts verloren. Versuchen Sie es gleich noch einmal.',
  },
  internal: {
    title: 'Bei uns ist etwas schiefgegangen',
    advice:
      'Versuchen Sie es gleich noch einmal. Geschieht es wieder, nennen Sie Ihrer Administration die Kennung.',
  },
  forbidden: {
    title: 'Ihre Rolle erlaubt das nicht',
    advice: 'Bitten Sie eine Person mit der Rolle Admin oder Inhaber darum.',
  },
  not_found: {
    title: 'Das gibt es nicht mehr',
    advice: 'Es wurde vielleicht gelöscht. Gehen Sie zurück zur Liste.',
  },
  safety_locked: {
    title: 'Hier wird nichts vorgeschlagen',
    advice: 'Das braucht eine behutsame Hand. Antworten Sie in eigenen Worten.',
  },
  model_budget_spent: {
    title: 'Das Budget des Modells ist verbraucht',
    advice: 'Inhaber oder Admins können das Monatsbudget in den Einstellungen erhöhen.',
  },
  message_unconfirmed: {
    title: 'Die Plattform sagte nicht, was daraus wurde',
    advice: 'Sehen Sie zuerst dort nach: Von selbst wird sie nie ein zweites Mal gesendet.',
  },
  invalid_expression: {
    title: 'Ein Ausdruck ist fehlerhaft',
    advice: 'Berichtigen Sie die genannten Einträge, dann speichern Sie noch einmal.',
  },
  window_closed: {
    title: 'Die Plattform nimmt keine Nachricht mehr an',
    advice: 'Ihre Frist für Antworten ist abgelaufen.',
  },
  version_mismatch: {
    title: 'Jemand war schneller',
    advice:
      'Es hat sich geändert, während Sie es offen hatten. Sehen Sie sich den neuen Stand an und versuchen Sie es erneut.',
  },
  limited: {
    title: 'Zu viele Anfragen auf einmal',
    advice: 'Warten Sie einige Sekunden und versuchen Sie es erneut.',
  },
};
