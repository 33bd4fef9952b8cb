import type { TenantContext } from '../kernel/tenant-context.ts';
import { roleReaches } from '../kernel/tenant-context.ts';
import type { Organization } from '../organizations/organization.ts';
import type { OrganizationStore } from '../organizations/ports.ts';
import type { Mail, MailSender, MailSuppressions } from '../reports/ports.ts';
import type { DisabledReason, Webhook } from './webhook.ts';

interface Deps {
  organizations: Pick<OrganizationStore, 'get' | 'members'>;
  mailSender: MailSender;
  suppressions: Pick<MailSuppressions, 'reasonAgainst'>;
  /** Where people reach the console. */
  publicUrl: string;
}

interface NoticeTexts {
  /** `{host}`. */
  subject: string;
  greeting: string;
  /** `{url}`. */
  what: string;
  why: Record<Exclude<DisabledReason, 'by_member'>, string>;
  next: string;
}

const Texts: Record<Organization['language'], NoticeTexts> = {
  en: {
    subject: 'Earshot switched off your webhook at {host}',
    greeting: 'Hello {name},',
    what: 'Earshot no longer sends events to {url}.',
    why: {
      gone: 'The address answered that it is gone (410).',
      failing: 'For three days nothing that we sent has arrived there.',
    },
    next: 'Switch the webhook on again when it works. What failed is kept for 30 days and can be sent again.',
  },
  de: {
    subject: 'Earshot hat Ihren Webhook bei {host} abgeschaltet',
    greeting: 'Guten Tag {name},',
    what: 'Earshot sendet keine Ereignisse mehr an {url}.',
    why: {
      gone: 'Die Adresse hat geantwortet, dass es sie nicht mehr gibt (410).',
      failing: 'Seit drei Tagen ist dort nichts angekommen, was wir gesendet haben.',
    },
    next: 'Schalten Sie den Webhook wieder ein, wenn er funktioniert. Was nicht ankam, bleibt 30 Tage erhalten und kann noch einmal gesendet werden.',
  },
  pt: {
    subject: 'O Earshot desligou o seu webhook em {host}',
    greeting: 'Olá {name},',
    what: 'O Earshot já não envia eventos para {url}.',
    why: {
      gone: 'O endereço respondeu que já não existe (410).',
      failing: 'Há três dias que nada do que enviámos chega lá.',
    },
    next: 'Volte a ligar o webhook quando funcionar. O que falhou fica guardado 30 dias e pode ser enviado de novo.',
  },
};

/** Tells owners and admins by mail that an endpoint was switched off, and what to do (AR-19). */
export async function notifyDisabled(
  deps: Deps,
  context: TenantContext,
  webhook: Pick<Webhook, 'url'>,
  reason: DisabledReason,
): Promise<void> {
  if (reason === 'by_member') return;
  const [{ language }, members] = await Promise.all([
    deps.organizations.get(context),
    deps.organizations.members(context),
  ]);
  for (const { email, name, role } of members) {
    if (!roleReaches(role, 'admin')) continue;
    if ((await deps.suppressions.reasonAgainst(context, email)) === 'suppressed') continue;
    await deps.mailSender.send(
      noticeOf(Texts[language], { url: webhook.url, reason, to: { email, name } }, deps),
    );
  }
}

interface Notice {
  url: string;
  reason: Exclude<DisabledReason, 'by_member'>;
  to: Mail['to'];
}

function noticeOf(
  texts: NoticeTexts,
  { url, reason, to }: Notice,
  { publicUrl }: Pick<Deps, 'publicUrl'>,
): Mail {
  const paragraphs = [
    texts.greeting.replace('{name}', () => to.name),
    `${texts.what.replace('{url}', () => url)} ${texts.why[reason]}`,
    texts.next,
    publicUrl,
  ];
  return {
    to,
    subject: texts.subject.replace('{host}', () => new URL(url).host),
    text: paragraphs.join('\n\n'),
    html: paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n'),
    images: [],
    attachments: [],
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
