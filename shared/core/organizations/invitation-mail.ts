import { html } from '../reports/mail-html.ts';
import type { Mail } from '../reports/ports.ts';
import type { Organization } from './organization.ts';

interface InvitationTexts {
  /** `{inviter}`, `{organization}`. */
  subject: string;
  greeting: string;
  /** `{inviter}`, `{organization}`. */
  what: string;
  how: string;
  accept: string;
  otherwise: string;
}

const Texts: Record<Organization['language'], InvitationTexts> = {
  en: {
    subject: '{inviter} invites you to {organization}',
    greeting: 'Hello,',
    what: '{inviter} invites you to work with {organization} in Earshot, where comments on social channels are answered and press coverage is collected.',
    how: 'Open the link within 7 days and sign in, or create an account, with the address that got this mail.',
    accept: 'Accept the invitation',
    otherwise: 'If you do not know what this is about, do nothing: the invitation then ends by itself.',
  },
  de: {
    subject: '{inviter} lädt Sie zu {organization} ein',
    greeting: 'Guten Tag,',
    what: '{inviter} lädt Sie ein, mit {organization} in Earshot zu arbeiten. Dort werden Kommentare auf sozialen Kanälen beantwortet und Presseberichte gesammelt.',
    how: 'Öffnen Sie den Link innerhalb von 7 Tagen und melden Sie sich mit der Adresse an, die diese E-Mail erhalten hat, oder legen Sie mit ihr einen Zugang an.',
    accept: 'Einladung annehmen',
    otherwise: 'Wenn Sie nicht wissen, worum es geht, tun Sie nichts: Die Einladung endet dann von selbst.',
  },
  pt: {
    subject: '{inviter} convida-o para {organization}',
    greeting: 'Olá,',
    what: '{inviter} convida-o a trabalhar com {organization} no Earshot, onde se responde a comentários nas redes sociais e se reúnem notícias da imprensa.',
    how: 'Abra a ligação no prazo de 7 dias e inicie sessão, ou crie uma conta, com o endereço que recebeu este e-mail.',
    accept: 'Aceitar o convite',
    otherwise: 'Se não sabe do que se trata, não faça nada: o convite termina por si.',
  },
};

interface About {
  language: Organization['language'];
  email: string;
  inviter: string;
  organization: string;
  /** Holds the token: whoever has it, and the address, may join. */
  link: string;
}

/** The mail that asks somebody to join, in the language of the organization. */
export function invitationMail({ language, email, inviter, organization, link }: About): Mail {
  const texts = Texts[language];
  const filled = (text: string) =>
    text.replaceAll('{inviter}', () => inviter).replaceAll('{organization}', () => organization);
  const before = [texts.greeting, filled(texts.what), texts.how];
  const paragraphs = before.map((text) => html`<p>${text}</p>`);
  return {
    to: { email, name: email },
    subject: filled(texts.subject),
    text: [...before, `${texts.accept}: ${link}`, texts.otherwise].join('\n\n'),
    html: html`${paragraphs}<p><a href="${link}">${texts.accept}</a></p><p>${texts.otherwise}</p>`.html,
    images: [],
    attachments: [],
  };
}
