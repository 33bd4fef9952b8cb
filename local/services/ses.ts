import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access, AwsRequest, AwsResponse, LocalService } from '../service.ts';
import type { JsonObject } from '../template/template.ts';
import { MailFeedback } from './outbox/mail-feedback.ts';
import { Outbox, type Submission } from './outbox/outbox.ts';
import { bare, OutboundEmail, submissionOfForm, submissionOfJson } from './outbox/submission.ts';
import { createOutboxViewer } from './outbox/viewer.ts';
import { AwsError } from './protocols/aws-error.ts';
import { asAwsError, jsonBody } from './protocols/json-protocol.ts';
import { escapeMarkup } from './protocols/markup.ts';
import { answerRest } from './protocols/rest-json-protocol.ts';
import type { ServiceOptions } from './service-options.ts';

export interface SesService extends LocalService {
  outbox: Outbox;
  /** Serves the outbox to a person, at `/_outbox` of the public origin. */
  viewer(request: IncomingMessage, response: ServerResponse): void;
  /** Takes an `AWS::SES::ConfigurationSetEventDestination`: what becomes of the mails of a set is told from then on. */
  declareEventDestination(properties: unknown): void;
  /** Hears what SES tells EventBridge, a moment after a mail was sent. */
  onEvent(listener: (event: JsonObject) => void): void;
  /** Allows an address or a domain as sender, as an `AWS::SES::EmailIdentity` does; without any, every sender is fine. */
  verifyIdentity(identity: string): void;
}

const LargestMessageBytes = 10 * 1_024 * 1_024;
const MostRecipients = 50;
const OutboundEmails = '/v2/email/outbound-emails';

/** SES: checks a mail as SES does, then keeps it in the outbox folder instead of sending it. */
export function startSes(options: ServiceOptions): SesService {
  const outbox = new Outbox(options.stateDir);
  const feedback = new MailFeedback(options);
  const identities = new Set<string>();

  /** The verified identity that a sender falls under: the address itself before its domain. */
  const identityOf = (source: string): string => {
    const address = source.toLowerCase();
    return identities.has(address) ? address : address.slice(address.lastIndexOf('@') + 1);
  };

  async function submit(submission: Submission): Promise<string> {
    check(submission);
    if (identities.size > 0 && !identities.has(identityOf(submission.source))) {
      const region = options.region.toUpperCase();
      const message = `Email address is not verified. The following identities failed the check in region ${region}: ${submission.source}`;
      throw new AwsError('MessageRejected', message);
    }
    const envelope = await outbox.keep(submission);
    feedback.tell(envelope);
    return envelope.id;
  }

  async function answerForm(request: AwsRequest): Promise<AwsResponse> {
    const form = new URLSearchParams(request.body.toString('utf8'));
    const action = form.get('Action') ?? '';
    try {
      if (action === 'GetSendQuota') return formAnswer(action, quota);
      if (action !== 'SendRawEmail' && action !== 'SendEmail') {
        throw new AwsError('InvalidAction', `The local cloud does not know ${action}.`);
      }
      return formAnswer(action, { MessageId: await submit(await submissionOfForm(form)) });
    } catch (error) {
      return formError(asAwsError(error, 'InvalidParameterValue'));
    }
  }

  return {
    names: ['ses'],
    outbox,
    viewer: createOutboxViewer(outbox),
    declareEventDestination: (properties) => feedback.declare(properties),
    onEvent: (listener) => feedback.onEvent(listener),
    verifyIdentity: (identity) => {
      identities.add(identity.toLowerCase());
    },
    access: (request) => sesAccess(request, options, identityOf),
    handle: (request) =>
      request.path === OutboundEmails
        ? answerRest(async () => ({ MessageId: await submit(await submissionOfJson(request)) }))
        : answerForm(request),
    deny: (message) => formError(new AwsError('AccessDenied', message, 403)),
    close: async () => feedback.close(),
  };
}

const quota = { Max24HourSend: '50000', MaxSendRate: '14', SentLast24Hours: '0' };

function check({ source, destinations, raw }: Submission): void {
  for (const address of [source, ...destinations]) {
    if (isAddress(address)) continue;
    throw new AwsError(
      'InvalidParameterValue',
      address.includes('@') ? 'Illegal address' : "Missing final '@domain'",
    );
  }
  if (destinations.length === 0) throw new AwsError('InvalidParameterValue', 'Empty required header');
  if (destinations.length > MostRecipients)
    throw new AwsError('MessageRejected', 'Recipient count exceeds 50.');
  if (raw.length <= LargestMessageBytes) return;
  throw new AwsError(
    'InvalidParameterValue',
    `Message length is more than ${LargestMessageBytes} bytes long.`,
  );
}

/** SES takes addresses in ASCII only: other local parts have no encoding there, domains come in Punycode. */
function isAddress(text: string): boolean {
  return /^[^\s@<>(),;:"\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) && /^[\x21-\x7e]+$/.test(text);
}

function formAnswer(action: string, result: Record<string, string>): AwsResponse {
  const fields = Object.entries(result).map(([name, value]) => `<${name}>${escapeMarkup(value)}</${name}>`);
  const body = `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result>${fields.join('')}</${action}Result></${action}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

function formError(error: AwsError): AwsResponse {
  const body = `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${error.type}</Code><Message>${escapeMarkup(error.message)}</Message></Error></ErrorResponse>`;
  return { status: error.status, headers: { 'content-type': 'text/xml' }, body };
}

/** Sending needs the permission on the sender's identity, and on the configuration set where one is used. */
function sesAccess(
  request: AwsRequest,
  { region, account }: ServiceOptions,
  identityOf: (source: string) => string,
): Access[] {
  const arn = (kind: string, name: string) => `arn:aws:ses:${region}:${account}:${kind}/${name}`;
  const { action, source, configurationSet } =
    request.path === OutboundEmails ? jsonSend(request) : formSend(request);
  if (source === undefined) return [{ action: `ses:${action}`, resources: ['*'] }];
  const resources = [arn('identity', identityOf(bare(source)))];
  if (configurationSet !== undefined) resources.push(arn('configuration-set', configurationSet));
  return [{ action: `ses:${action}`, resources }];
}

interface Send {
  action: string;
  source: string | undefined;
  configurationSet: string | undefined;
}

function formSend(request: AwsRequest): Send {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  return {
    action: form.get('Action') ?? '',
    source: form.get('Source') ?? fromHeader(raw),
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
  };
}

function jsonSend(request: AwsRequest): Send {
  const input = OutboundEmail.parse(jsonBody(request));
  const raw = input.Content.Raw?.Data;
  return {
    action: raw ? 'SendRawEmail' : 'SendEmail',
    source: input.FromEmailAddress ?? (raw && fromHeader(raw)),
    configurationSet: input.ConfigurationSetName,
  };
}

function fromHeader(raw: Buffer): string | undefined {
  const [head = ''] = raw.toString('latin1').split(/\r?\n\r?\n/, 1);
  return /^from:(.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1]?.trim();
}
