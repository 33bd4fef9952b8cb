import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import PostalMime from 'postal-mime';
import * as z from 'zod';
import { replaceFile } from '../state-file.ts';

const Recipient = z.object({ address: z.string(), outcome: z.enum(['delivered', 'bounced', 'complained']) });

export const Envelope = z.object({
  id: z.string(),
  sentAt: z.iso.datetime(),
  source: z.string(),
  subject: z.string(),
  attachments: z.int(),
  /** Everybody who got the mail, blind copies included. */
  recipients: z.array(Recipient),
  configurationSet: z.string().optional(),
  tags: z.record(z.string(), z.string()),
});
export type Envelope = z.infer<typeof Envelope>;

export interface Submission {
  source: string;
  destinations: string[];
  raw: Buffer;
  configurationSet?: string | undefined;
  tags?: Record<string, string> | undefined;
}

/** Who writes to these domains, or to SES's own simulator, learns what happens to mail that does not arrive or is not wanted. */
const Outcomes: readonly [RegExp, z.infer<typeof Recipient>['outcome']][] = [
  [/@bounce\.simulator\.example$|^bounce(\+.*)?@simulator\.amazonses\.com$/i, 'bounced'],
  [/@complaint\.simulator\.example$|^complaint(\+.*)?@simulator\.amazonses\.com$/i, 'complained'],
];

/** The folder that sent mail ends in: `<id>.eml` is the message byte for byte, `<id>.json` its envelope. */
export class Outbox {
  readonly folder: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
  }

  async keep({ source, destinations, raw, configurationSet, tags = {} }: Submission): Promise<Envelope> {
    const mail = await PostalMime.parse(raw);
    const sentAt = new Date().toISOString();
    const id = `${sentAt.replaceAll(/\D/g, '')}-${randomBytes(4).toString('hex')}`;
    const recipients = destinations.map((address) => {
      const [, outcome = 'delivered' as const] = Outcomes.find(([pattern]) => pattern.test(address)) ?? [];
      return { address, outcome };
    });
    const subject = mail.subject ?? '';
    const attachments = mail.attachments.filter((attachment) => !attachment.related).length;
    const envelope: Envelope = {
      id,
      sentAt,
      source,
      subject,
      attachments,
      recipients,
      configurationSet,
      tags,
    };
    replaceFile(join(this.folder, `${id}.eml`), raw);
    replaceFile(join(this.folder, `${id}.json`), JSON.stringify(envelope, null, 2));
    return envelope;
  }

  /** Newest first. */
  list(): Envelope[] {
    const ids = readdirSync(this.folder).flatMap((name) =>
      name.endsWith('.json') ? [name.slice(0, -5)] : [],
    );
    return ids
      .sort()
      .reverse()
      .flatMap((id) => this.find(id)?.envelope ?? []);
  }

  find(id: string): { envelope: Envelope; raw: Buffer } | undefined {
    const path = join(this.folder, `${id}.json`);
    if (!/^\d+-[0-9a-f]+$/.test(id) || !existsSync(path)) return undefined;
    const envelope = Envelope.parse(JSON.parse(readFileSync(path, 'utf8')));
    return { envelope, raw: readFileSync(join(this.folder, `${id}.eml`)) };
  }
}

export interface SimpleMail {
  from: string;
  to: string[];
  cc?: string[];
  replyTo?: string[];
  subject: string;
  text?: string | undefined;
  html?: string | undefined;
}

/** Makes the MIME message of a mail that was handed over in fields. */
export function composeMail(mail: SimpleMail): Promise<Buffer> {
  return new MailComposer(mail).compile().build();
}
