import PostalMime, { type Address } from 'postal-mime';
import * as z from 'zod';
import type { AwsRequest } from '../../service.ts';
import { AwsError } from '../protocols/aws-error.ts';
import { Blob, jsonBody } from '../protocols/json-protocol.ts';
import { composeMail, type SimpleMail, type Submission } from './outbox.ts';

/** A list of the query protocol: `Destinations.member.1=a&Destinations.member.2=b`. */
function members(form: URLSearchParams, name: string): string[] {
  const values: string[] = [];
  for (let index = 1; form.has(`${name}.member.${index}`); index += 1) {
    values.push(form.get(`${name}.member.${index}`) ?? '');
  }
  return values;
}

function formTags(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let index = 1; form.has(`Tags.member.${index}.Name`); index += 1) {
    tags[form.get(`Tags.member.${index}.Name`) ?? ''] = form.get(`Tags.member.${index}.Value`) ?? '';
  }
  return tags;
}

/** A submission by `SendRawEmail` or `SendEmail` of the first API. */
export async function submissionOfForm(form: URLSearchParams): Promise<Submission> {
  const source = form.get('Source') ?? undefined;
  const options = { configurationSet: form.get('ConfigurationSetName') ?? undefined, tags: formTags(form) };
  if (form.get('Action') === 'SendRawEmail') {
    const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
    return { ...options, ...(await addressed(raw, source, members(form, 'Destinations'))) };
  }
  const [to, cc, bcc] = ['To', 'Cc', 'Bcc'].map((kind) => members(form, `Destination.${kind}Addresses`));
  const mail = {
    from: source ?? '',
    to: to ?? [],
    cc: cc ?? [],
    replyTo: members(form, 'ReplyToAddresses'),
    subject: form.get('Message.Subject.Data') ?? '',
    text: form.get('Message.Body.Text.Data') ?? undefined,
    html: form.get('Message.Body.Html.Data') ?? undefined,
  };
  return { ...options, ...(await composed(mail, bcc ?? [])) };
}

const Addresses = z.array(z.string()).default([]);
const Part = z.object({ Data: z.string() });
export const OutboundEmail = z.object({
  FromEmailAddress: z.string().optional(),
  Destination: z
    .object({ ToAddresses: Addresses, CcAddresses: Addresses, BccAddresses: Addresses })
    .optional(),
  ReplyToAddresses: Addresses,
  ConfigurationSetName: z.string().optional(),
  EmailTags: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
  Content: z.object({
    Raw: z.object({ Data: Blob }).optional(),
    Simple: z
      .object({ Subject: Part, Body: z.object({ Text: Part.optional(), Html: Part.optional() }) })
      .optional(),
  }),
});

/** A submission by `SendEmail` of the second API. */
export async function submissionOfJson(request: AwsRequest): Promise<Submission> {
  const input = OutboundEmail.parse(jsonBody(request));
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = input.Destination ?? {};
  const { Raw, Simple } = input.Content;
  const tags = Object.fromEntries(input.EmailTags.map(({ Name, Value }) => [Name, Value]));
  const options = { configurationSet: input.ConfigurationSetName, tags };
  if (Raw) {
    const destinations = [...ToAddresses, ...CcAddresses, ...BccAddresses];
    return { ...options, ...(await addressed(Raw.Data, input.FromEmailAddress, destinations)) };
  }
  if (!Simple) throw new AwsError('BadRequestException', 'Content needs Raw or Simple.');
  const mail = {
    from: input.FromEmailAddress ?? '',
    to: ToAddresses,
    cc: CcAddresses,
    replyTo: input.ReplyToAddresses,
    subject: Simple.Subject.Data,
    text: Simple.Body.Text?.Data,
    html: Simple.Body.Html?.Data,
  };
  return { ...options, ...(await composed(mail, BccAddresses)) };
}

async function composed(mail: SimpleMail, bcc: string[]): Promise<Submission> {
  const destinations = [...mail.to, ...(mail.cc ?? []), ...bcc];
  return { source: bare(mail.from), destinations: destinations.map(bare), raw: await composeMail(mail) };
}

/** Where the request does not say from whom and to whom, the headers of the message do. */
async function addressed(
  raw: Buffer,
  source: string | undefined,
  destinations: string[],
): Promise<Submission> {
  const headers = await PostalMime.parse(raw);
  const named = [headers.to, headers.cc, headers.bcc].flatMap((list) => list ?? []).flatMap(mailboxes);
  return {
    source: bare(source ?? mailboxes(headers.from)[0] ?? ''),
    destinations: destinations.length > 0 ? destinations.map(bare) : named,
    raw,
  };
}

function mailboxes(address: Address | undefined): string[] {
  if (!address) return [];
  return address.group ? address.group.map((member) => member.address) : [address.address];
}

/** `Ada <ada@x.example>` → `ada@x.example`. */
export function bare(address: string): string {
  return /<([^<>]*)>\s*$/.exec(address)?.[1] ?? address.trim();
}
