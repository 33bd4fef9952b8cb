import type { Wording } from '../../wording.ts';
import type * as en from '../en/access.ts';

export const access: Wording<typeof en.access> = {
  tagline: 'Hören, was über Sie gesagt wird. Beantworten oder ablegen.',
  point1: 'Kommentare all Ihrer Seiten in einem Posteingang, gelesen und sortiert, sobald sie eintreffen.',
  point2: 'Harmlose Fragen beantworten Ihre Regeln: nie doppelt, und nie die heiklen.',
  point3: 'Presseberichte werden gefunden, gewichtet und abgelegt, während Sie schlafen.',
  signInTitle: 'Anmelden',
  signUpTitle: 'Zugang anlegen',
  confirmTitle: 'Adresse bestätigen',
  newPasswordTitle: 'Passwort wählen',
  newPasswordHint: 'Mit Ihrer Einladung kam ein vorläufiges.',
  email: 'E-Mail',
  password: 'Passwort',
  newPassword: 'Neues Passwort',
  passwordHint: 'Mindestens 12 Zeichen, mit Groß- und Kleinbuchstaben und einer Ziffer.',
  code: 'Code',
  codeHint: 'Wir haben ihn an {{email}} geschickt.',
  signIn: 'Anmelden',
  signUp: 'Zugang anlegen',
  confirm: 'Bestätigen',
  toSignUp: 'Neu hier? Zugang anlegen',
  toSignIn: 'Schon einen Zugang? Anmelden',
  organizationTitle: 'Ihre Organisation',
  organizationLead: 'Noch ein Schritt. Sie werden Inhaber und können später andere einladen.',
  organizationName: 'Organisation',
  organizationNameHint: 'Wie Ihr Team sie nennt, zum Beispiel „Bean Bar“.',
  timeZone: 'Zeitzone',
  language: 'Sprache von Berichten und E-Mails',
  country: 'Land',
  createOrganization: 'Organisation anlegen',
  errors: {
    NotAuthorized:
      'E-Mail und Passwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es erneut.',
    UserNotFound: 'E-Mail und Passwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es erneut.',
    UserNotConfirmed:
      'Diese Adresse ist noch nicht bestätigt. Geben Sie den Code ein, den wir ihr geschickt haben.',
    UsernameExists: 'Zu dieser E-Mail gibt es schon einen Zugang. Melden Sie sich an.',
    InvalidPassword:
      'Dieses Passwort ist zu einfach: mindestens 12 Zeichen, Groß- und Kleinbuchstaben, eine Ziffer.',
    InvalidParameter: 'Prüfen Sie E-Mail-Adresse und Passwort und versuchen Sie es erneut.',
    CodeMismatch: 'Dieser Code stimmt nicht. Sehen Sie in der neuesten E-Mail nach.',
    ExpiredCode: 'Dieser Code ist zu alt. Legen Sie den Zugang erneut an, um einen neuen zu erhalten.',
    TooManyRequests: 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es erneut.',
    LimitExceeded: 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es erneut.',
    Offline:
      'Der Anmeldedienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    Unknown: 'Die Anmeldung hat nicht geklappt. Versuchen Sie es gleich noch einmal.',
  },
};

export const organization: Wording<typeof en.organization> = {
  title: 'Organisation',
  lead: 'Wonach sich Berichte, E-Mails und Antworten richten.',
  name: 'Name',
  signature: 'Signatur',
  signatureHint: 'Steht unter Antworten, wenn eine Regel oder Vorlage nichts anderes sagt.',
  save: 'Änderungen speichern',
  members: 'Mitglieder',
  you: 'Sie',
  roles: { viewer: 'Lesen', agent: 'Bearbeiten', admin: 'Admin', owner: 'Inhaber' },
};
