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
