import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  GetSendQuotaCommand,
  MessageRejected,
  SESClient,
  SendEmailCommand,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { startSes } from '../../../local/services/ses.ts';
import { freshOptions, serve } from './service-client.ts';

const Raw = Buffer.from(
  [
    'From: Earshot <reports@earshot.example>',
    'To: ada@press.example',
    'Subject: =?utf-8?q?Wochenbericht_gr=C3=BCn?=',
    'List-Unsubscribe: <https://earshot.example/u/1>',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Grüße \t \u0000 ende',
  ].join('\r\n'),
);

async function ses() {
  const service = startSes(freshOptions());
  service.verifyIdentity('earshot.example');
  const { config, needed } = await serve(service);
  return { service, needed, endpoint: config.endpoint, client: new SESClient(config) };
}

const sendRaw = (more = {}) => new SendRawEmailCommand({ RawMessage: { Data: Raw }, ...more });

describe('SES of the local cloud', () => {
  it('RP-03 keeps a raw mail byte for byte with its envelope, blind copies included', async () => {
    const { client, service } = await ses();
    const { MessageId } = await client.send(
      sendRaw({
        Source: 'reports@earshot.example',
        Destinations: ['ada@press.example', 'hidden@press.example'],
        ConfigurationSetName: 'reports',
        Tags: [{ Name: 'reportId', Value: 'rep_1' }],
      }),
    );

    const file = (extension: string) =>
      readFileSync(join(service.outbox.folder, `${MessageId}.${extension}`));
    expect(file('eml').equals(Raw)).toBe(true);
    expect(JSON.parse(file('json').toString('utf8'))).toEqual({
      id: MessageId,
      sentAt: expect.any(String),
      source: 'reports@earshot.example',
      subject: 'Wochenbericht grün',
      attachments: 0,
      recipients: [
        { address: 'ada@press.example', outcome: 'delivered' },
        { address: 'hidden@press.example', outcome: 'delivered' },
      ],
      configurationSet: 'reports',
      tags: { reportId: 'rep_1' },
    });
  });

  it('RP-03 takes sender and recipients from the headers where the request names none', async () => {
    const { client, service } = await ses();
    await client.send(sendRaw());

    const [sent] = service.outbox.list();
    expect({ source: sent?.source, recipients: sent?.recipients }).toEqual({
      source: 'reports@earshot.example',
      recipients: [{ address: 'ada@press.example', outcome: 'delivered' }],
    });
  });

  it('RP-03 records which recipients bounce and which complain', async () => {
    const { client, service } = await ses();
    await client.send(
      sendRaw({ Destinations: ['a@bounce.simulator.example', 'b@complaint.simulator.example'] }),
    );

    expect(service.outbox.list()[0]?.recipients.map(({ outcome }) => outcome)).toEqual([
      'bounced',
      'complained',
    ]);
  });

  it('RP-03 composes a mail that is handed over in fields', async () => {
    const { client, service } = await ses();
    const { MessageId = '' } = await client.send(
      new SendEmailCommand({
        Source: 'Earshot <reports@earshot.example>',
        Destination: { ToAddresses: ['ada@press.example'], BccAddresses: ['hidden@press.example'] },
        Message: {
          Subject: { Data: 'Einladung ✓' },
          Body: { Text: { Data: 'Hallo' }, Html: { Data: '<p>Hallo</p>' } },
        },
      }),
    );

    const { raw = '', envelope } = service.outbox.find(MessageId) ?? {};
    const mail = await PostalMime.parse(raw);
    expect([mail.subject, mail.text?.trim(), mail.html?.trim()]).toEqual([
      'Einladung ✓',
      'Hallo',
      '<p>Hallo</p>',
    ]);
    expect(raw.toString()).not.toContain('hidden@press.example');
    expect(envelope?.recipients.map(({ address }) => address)).toEqual([
      'ada@press.example',
      'hidden@press.example',
    ]);
  });

  it('RP-03 speaks the second API', async () => {
    const { endpoint, service, needed } = await ses();
    const answer = await fetch(`${endpoint}/v2/email/outbound-emails`, {
      method: 'POST',
      body: JSON.stringify({
        FromEmailAddress: 'reports@earshot.example',
        Destination: { ToAddresses: ['ada@press.example'] },
        Content: { Raw: { Data: Raw.toString('base64') } },
        EmailTags: [{ Name: 'reportId', Value: 'rep_1' }],
      }),
    });
    const refused = await fetch(`${endpoint}/v2/email/outbound-emails`, {
      method: 'POST',
      body: JSON.stringify({
        FromEmailAddress: 'x@other.example',
        Content: { Raw: { Data: Raw.toString('base64') } },
      }),
    });

    const [sent] = service.outbox.list();
    expect(await answer.json()).toEqual({ MessageId: sent?.id });
    expect(service.outbox.find(sent?.id ?? '')?.raw.equals(Raw)).toBe(true);
    expect([refused.status, refused.headers.get('x-amzn-errortype')]).toEqual([400, 'MessageRejected']);
    expect(needed[0]?.action).toBe('ses:SendRawEmail');
  });

  it.each([
    ['an unverified sender', { Source: 'x@other.example' }, 'MessageRejected'],
    ['an address without a domain', { Destinations: ['ada'] }, 'InvalidParameterValue'],
    [
      'an address with a second one inside',
      { Destinations: ['a@b.example,c@d.example'] },
      'InvalidParameterValue',
    ],
    [
      'a line break in an address',
      { Destinations: ['a@b.example\r\nBcc: c@d.example'] },
      'InvalidParameterValue',
    ],
    [
      'too many recipients',
      { Destinations: Array.from({ length: 51 }, (_, i) => `a${i}@b.example`) },
      'MessageRejected',
    ],
  ])('RP-03 refuses %s and keeps nothing', async (_what, more, name) => {
    const { client, service } = await ses();

    await expect(client.send(sendRaw(more))).rejects.toMatchObject({ name });
    expect(service.outbox.list()).toEqual([]);
  });

  it('RP-03 answers with the error type that the SDK knows, and tells the quota', async () => {
    const { client } = await ses();

    await expect(client.send(sendRaw({ Source: 'x@other.example' }))).rejects.toThrow(MessageRejected);
    expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({
      Max24HourSend: 50_000,
      MaxSendRate: 14,
    });
  });

  it('ST-05 asks for the identity of the sender and for the configuration set', async () => {
    const { client, needed } = await ses();
    await client.send(sendRaw({ ConfigurationSetName: 'reports' }));

    const arn = 'arn:aws:ses:eu-central-1:000000000000';
    expect(needed).toEqual([
      {
        action: 'ses:SendRawEmail',
        resources: [`${arn}:identity/earshot.example`, `${arn}:configuration-set/reports`],
      },
    ]);
  });

  it('ST-02 does not read outside of the outbox folder', async () => {
    const { service } = await ses();

    expect(service.outbox.find('../../etc/passwd')).toBeUndefined();
  });
});
