import type { Wording } from '../../wording.ts';
import type * as en from '../en/webhooks.ts';

export const webhooks: Wording<typeof en.webhooks> = {
  title: 'Webhooks',
  lead: 'Adressen Ihrer eigenen Systeme, die erfahren, was hier geschieht; jede Nachricht ist signiert.',
  create: 'Neuer Webhook',
  emptyTitle: 'Sagen Sie Ihren Systemen, was geschieht',
  empty:
    'Ein Webhook schickt ein Ereignis binnen Sekunden an eine Ihrer Adressen und versucht es einen Tag lang wieder, wenn es nicht ankommt.',
  adminsOnlyTitle: 'Für Admins',
  adminsOnly: 'Bitten Sie einen Inhaber oder Admin Ihrer Organisation, sich um die Webhooks zu kümmern.',
  url: 'Adresse',
  urlHint: 'Per https aus dem öffentlichen Internet erreichbar.',
  description: 'Wofür er da ist',
  events: 'Er erfährt von',
  rulesOnly: 'Hört nur von Regeln',
  types: {
    comment_captured: 'Neuen Kommentaren und Nachrichten',
    comment_replied: 'Antworten',
    automation_triggered: 'Regeln, die zutrafen',
    automation_executed: 'Dem, was Regeln taten',
    suggestion_created: 'Gefundenen Artikeln',
    clipping_created: 'Neuen Clippings',
    report_sent: 'Verschickten Berichten',
    account_needs_reconnect: 'Konten, die neu verbunden werden müssen',
  },
  switch: 'Webhook „{{name}}“',
  disabled: {
    failing: 'Abgeschaltet: Seit Tagen kam dort nichts an.',
    gone: 'Abgeschaltet: Die Adresse meldete, dass es sie nicht mehr gibt.',
  },
  failing: 'Dort kommt nichts an seit',
  test: 'Test senden',
  tested: 'Ein Test ist unterwegs. Die Zustellungen zeigen, was daraus wurde.',
  deliveries: 'Zustellungen',
  deliveriesTitle: 'An {{name}} gesendet',
  noDeliveries: 'In den letzten 30 Tagen wurde nichts gesendet.',
  statuses: { waiting: 'Wartet', delivered: 'Angekommen', failed: 'Fehlgeschlagen' },
  next: 'Nächster Versuch',
  replay: 'Erneut senden',
  rotate: 'Neues Geheimnis',
  rotateTitle: 'Neues Geheimnis für {{name}} erzeugen?',
  rotateText: '24 Stunden lang wird mit beiden signiert, damit Sie ohne Lücke wechseln können.',
  secretTitle: 'Bewahren Sie dieses Geheimnis jetzt auf',
  secretText:
    'Damit prüft Ihr System, dass eine Nachricht von uns kommt. Es wird nur dieses eine Mal gezeigt.',
  secret: 'Geheimnis',
  deleteTitle: 'Webhook „{{name}}“ löschen?',
  deleteText:
    'Dorthin wird nichts mehr gesendet, Wartendes verfällt. Regeln, die ihn nutzen, müssen zuerst geändert werden.',
};
