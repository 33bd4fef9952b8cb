import type { Wording } from '../../wording.ts';
import type * as en from '../en/accounts.ts';

export const accounts: Wording<typeof en.accounts> = {
  title: 'Konten',
  lead: 'Die Seiten, Profile und Kanäle, auf denen Earshot zuhört.',
  connect: '{{provider}} verbinden',
  connectTitle: 'Konto verbinden',
  notConfigured:
    'In diesem Stack nicht eingerichtet. Zuerst müssen die Zugangsdaten einer App hinterlegt werden.',
  emptyTitle: 'Verbinden Sie Ihre erste Seite',
  empty:
    'Earshot hört zu, sobald eine Seite verbunden ist. Sie werden zum Netzwerk geführt, stimmen dort zu und wählen hier die Seiten.',
  status: {
    active: 'Verbunden',
    needs_reconnect: 'Muss neu verbunden werden',
    disconnected: 'Getrennt',
  },
  channelTypes: { corporate: 'Unternehmen', lifestyle: 'Lifestyle', business: 'Geschäft' },
  automation: 'Automatik',
  automationSince: 'Regeln beantworten, was seit dem {{date}} geschrieben wurde',
  automationOff: 'Hier antworten keine Regeln',
  limitations: {
    no_comments:
      'Das Lesen von Kommentaren wurde nicht erlaubt. Verbinden Sie das Konto neu und erlauben Sie es.',
    no_replies:
      'Das Beantworten von Kommentaren wurde nicht erlaubt. Verbinden Sie das Konto neu und erlauben Sie es.',
    no_messages: 'Nachrichten wurden nicht erlaubt. Verbinden Sie das Konto neu und erlauben Sie sie.',
    no_insights: 'Statistiken wurden nicht erlaubt. Verbinden Sie das Konto neu und erlauben Sie sie.',
  },
  health: {
    title_one: '{{count}} Hinweis',
    title_other: '{{count}} Hinweise',
    checked: 'Geprüft am {{date}}',
    codes: {
      token_invalid: 'Das Netzwerk nimmt den Zugang nicht mehr an. Verbinden Sie {{name}} neu.',
      token_expires: 'Der Zugang endet am {{date}}. Verbinden Sie {{name}} vorher neu.',
      access_ends: 'Der Zugang zu Daten, den eine Person gab, endet bald. Verbinden Sie {{name}} neu.',
      asset_not_granted:
        '{{name}} wurde im Dialog nicht angekreuzt. Verbinden Sie neu und kreuzen Sie es an.',
      scope_missing: 'Eine Berechtigung fehlt. Verbinden Sie {{name}} neu und lassen Sie alle an.',
      webhook_missing:
        'Das Netzwerk meldet Kommentare bei {{name}} nicht; sie kommen nur alle 15 Minuten. Verbinden Sie neu.',
      no_comments: 'Kommentare dürfen nicht gelesen werden. Verbinden Sie {{name}} neu und erlauben Sie es.',
      no_replies:
        'Kommentare dürfen nicht beantwortet werden. Verbinden Sie {{name}} neu und erlauben Sie es.',
      consent_missing: 'Die Automatik ist an, aber niemand hat ihr für {{name}} zugestimmt.',
      not_checked: 'Was der Zugang erlaubt, konnte diesmal nicht geprüft werden.',
    },
  },
  consent: {
    missing: 'Regeln antworten hier erst, wenn jemand zugestimmt hat.',
    given: 'Zugestimmt am {{date}}.',
    give: 'Automatischen Antworten zustimmen',
    revoke: 'Widerrufen',
    title: 'Dürfen Regeln auf {{name}} antworten?',
    text: 'YouTube verlangt, dass der Inhaber eines Kanals ausdrücklich zustimmt, bevor Antworten ohne einen Menschen erscheinen. Danach antworten Regeln auf diesem Kanal; Sie können jederzeit widerrufen.',
  },
  synced: 'Gelesen',
  neverSynced: 'Noch nicht gelesen',
  sync: 'Jetzt lesen',
  syncStarted: '{{name}} wird neu gelesen.',
  reconnect: 'Neu verbinden',
  disconnect: 'Trennen',
  disconnectTitle: '{{name}} trennen?',
  disconnectText:
    'Der Zugriff wird gelöscht, dort wird nichts Neues mehr gelesen oder beantwortet. Was gesammelt wurde, bleibt.',
  disconnected: '{{name}} wurde getrennt.',
  chooseTitle: 'Wählen Sie, was verbunden wird',
  choose: 'Bei {{provider}} für Sie gefunden:',
  chooseNone: 'Es wurde nichts gefunden, das verbunden werden kann.',
  chosen_one: '{{count}} Konto verbinden',
  chosen_other: '{{count}} Konten verbinden',
  connected: '{{name}} ist verbunden. Die Kommentare werden gelesen.',
  failedTitle: 'Es wurde nichts verbunden',
  missingScopes: 'Fehlende Berechtigungen: {{scopes}}',
  failures: {
    denied: 'Sie haben im Dialog abgelehnt. Beginnen Sie neu, wenn Sie verbinden möchten.',
    missing_scope:
      'Nötige Berechtigungen wurden nicht erteilt. Beginnen Sie neu und lassen Sie alle eingeschaltet.',
    no_asset:
      'Für diese Person wurde keine Seite gezeigt. Melden Sie sich dort als jemand an, der eine verwaltet.',
    state_expired: 'Das hat länger als zehn Minuten gedauert. Beginnen Sie neu.',
    state_invalid:
      'Diese Antwort gehört zu einem anderen Browser oder wurde schon benutzt. Beginnen Sie hier neu.',
    provider_failed:
      'Das Netzwerk hat die Verbindung nicht abgeschlossen. Versuchen Sie es in einigen Minuten erneut.',
  },
  gaps: {
    not_ticked: 'Wurde im Dialog des Netzwerks nicht angekreuzt. Beginnen Sie neu und kreuzen Sie sie an.',
    no_moderation: 'Sie dürfen die Kommentare nicht moderieren. Bitten Sie dort um dieses Recht.',
    connected_elsewhere: 'Ist mit einer anderen Organisation verbunden und muss dort zuerst getrennt werden.',
    unreachable: 'War mit der erteilten Berechtigung nicht lesbar. Beginnen Sie neu.',
  },
};
