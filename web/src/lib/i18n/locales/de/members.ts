import type { Wording } from '../../wording.ts';
import type * as en from '../en/members.ts';

export const members: Wording<typeof en.members> = {
  title: 'Mitglieder',
  lead: 'Wer hier arbeitet, und was jede und jeder darf.',
  ownersOnly: 'Wer hier arbeitet. Inhaber laden ein und ändern Rollen.',
  people: 'Personen',
  you: 'Sie',
  roles: { viewer: 'Lesen', agent: 'Bearbeiten', admin: 'Admin', owner: 'Inhaber' },
  may: {
    viewer: 'Liest alles, ändert nichts.',
    agent: 'Beantwortet und moderiert Kommentare, entscheidet über Vorschläge.',
    admin: 'Ändert auch Regeln, Konten, Medien, Berichte und Einstellungen.',
    owner: 'Lädt auch ein, ändert Rollen und legt API-Tokens an.',
  },
  role: 'Rolle',
  roleOf: 'Rolle von {{name}}',
  changed: '{{name}}: ab jetzt {{role}}, überall innerhalb einer Minute.',
  stepDownTitle: 'Sich selbst die Rolle „{{role}}“ geben?',
  stepDownText: 'Nur eine andere Person mit der Rolle Inhaber kann das rückgängig machen.',
  stepDownConfirm: 'Meine Rolle ändern',
  remove: '{{name}} entfernen',
  removeTitle: '{{name}} entfernen?',
  removeText:
    'Der Zugang endet innerhalb einer Minute. Was diese Person getan hat, bleibt mit ihrem Namen. Widerrufen Sie API-Tokens, die sie kennt.',
  removeConfirm: 'Entfernen',
  removed: '{{name}} ist kein Mitglied mehr.',
  leaveTitle: 'Diese Organisation verlassen?',
  leaveText:
    'Ihr Zugang endet innerhalb einer Minute. Nur eine andere Person mit der Rolle Inhaber kann Sie wieder einladen.',
  leaveConfirm: 'Verlassen',
  invitations: 'Einladungen',
  noInvitations: 'Zurzeit ist niemand eingeladen.',
  invite: 'Einladen',
  inviteTitle: 'Jemanden einladen',
  email: 'E-Mail',
  emailHint: 'Der Link in der E-Mail gilt einmal, 7 Tage lang und nur für diese Adresse.',
  send: 'Einladung senden',
  sendAgain: 'Erneut senden',
  invited: 'Die Einladung an {{email}} ist unterwegs.',
  sent: 'Gesendet',
  expired: 'Abgelaufen',
  revoke: 'Einladung von {{email}} zurückziehen',
  revokeTitle: 'Einladung von {{email}} zurückziehen?',
  revokeText: 'Der Link in der E-Mail gilt sofort nicht mehr.',
  revokeConfirm: 'Zurückziehen',
  revoked: '{{email}} ist nicht mehr eingeladen.',
};

export const invitation: Wording<typeof en.invitation> = {
  title: 'Sie sind eingeladen',
  lead: 'Sie sind angemeldet als {{email}}. Nehmen Sie an, um der Organisation beizutreten, die die E-Mail nennt.',
  signInFirst:
    'Melden Sie sich mit der Adresse an, die die Einladung erhalten hat, oder legen Sie mit ihr einen Zugang an.',
  accept: 'Einladung annehmen',
  memberElsewhere:
    'Sie gehören schon zu {{organization}}. Bitten Sie um eine Einladung an eine andere Adresse und melden Sie sich mit dieser an.',
  toConsole: 'Weiter zur Konsole',
  signInAsAnother: 'Als jemand anderes anmelden',
};

export const memberErrors: Wording<typeof en.memberErrors> = {
  last_owner: {
    title: 'Sonst hat niemand die Rolle Inhaber',
    advice: 'Machen Sie zuerst jemand anderen zum Inhaber.',
  },
  role_required: {
    title: 'Ihre Rolle erlaubt das nicht',
    advice: 'Bitten Sie eine Person mit der Rolle Inhaber darum, oder um die Rolle.',
  },
  member_already: {
    title: 'Diese Person ist schon Mitglied',
    advice: 'Diese Person ist schon Mitglied. Ändern Sie stattdessen die Rolle in der Liste.',
  },
  invited_just_now: {
    title: 'Diese Adresse wurde eben eingeladen',
    advice: 'Diese Adresse wurde eben eingeladen. Warten Sie eine Minute bis zur nächsten E-Mail.',
  },
  too_many_invitations: {
    title: 'Zu viele offene Einladungen',
    advice:
      'Höchstens 50 dürfen offen sein. Ziehen Sie welche zurück; eine zurückgezogene zählt noch einen Tag.',
  },
  address_suppressed: {
    title: 'Diese Adresse nimmt keine E-Mails an',
    advice:
      'E-Mails an diese Adresse kamen zurück oder wurden als Spam gemeldet. Laden Sie eine andere Adresse ein.',
  },
  address_refused: {
    title: 'Diese Adresse wird nicht angenommen',
    advice: 'Der E-Mail-Dienst nimmt diese Adresse nicht an. Prüfen Sie die Schreibweise.',
  },
  mail_unavailable: {
    title: 'Die E-Mail konnte nicht gesendet werden',
    advice: 'Niemand wurde eingeladen. Versuchen Sie es gleich noch einmal.',
  },
  invitation_unknown: {
    title: 'Dieser Link gilt nicht',
    advice: 'Dieser Link gilt nicht oder nicht mehr. Bitten Sie um eine neue Einladung.',
  },
  invitation_for_another: {
    title: 'Diese Einladung ist für eine andere Adresse',
    advice:
      'Diese Einladung ist für eine andere Adresse; melden Sie sich mit der Adresse an, die die E-Mail erhalten hat.',
  },
  email_unverified: {
    title: 'Ihre Adresse ist nicht bestätigt',
    advice: 'Bestätigen Sie zuerst Ihre E-Mail-Adresse, dann öffnen Sie den Link noch einmal.',
  },
  invitation_replaced: {
    title: 'Es gibt eine neuere Einladung',
    advice: 'Eine neuere Einladung hat diese ersetzt: Nehmen Sie den Link der letzten E-Mail.',
  },
  invitation_used: {
    title: 'Diese Einladung wurde schon angenommen',
    advice: 'Diese Einladung wurde schon angenommen. Melden Sie sich an, oder bitten Sie um eine neue.',
  },
  invitation_revoked: {
    title: 'Diese Einladung wurde zurückgezogen',
    advice: 'Diese Einladung wurde zurückgezogen. Bitten Sie um eine neue.',
  },
  invitation_expired: {
    title: 'Diese Einladung ist abgelaufen',
    advice: 'Diese Einladung ist abgelaufen. Bitten Sie um eine neue.',
  },
};
