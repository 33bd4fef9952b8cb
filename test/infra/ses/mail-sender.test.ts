import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { mailSender } from '../../../shared/infra/ses/mail-sender.ts';

const ses = mockClient(SESClient);
beforeEach(() => ses.reset());

const sender = mailSender({
  client: new SESClient({ region: 'eu-central-1' }),
  configurationSet: 'earshot-dev',
  from: 'Earshot <reports@earshot.example>',
});
const unsubscribeUrl = `https://earshot.example/v1/unsubscribe?token=${'long'.repeat(60)}`;
const mail = {
  to: { email: 'jose@porto.example', name: 'José “Zé” Ção' },
  subject: 'Café Größe: Wochenbericht, 9.–15. November 2026',
  html: '<p>Grüße</p><img src="cid:chart@earshot">',
  text: 'Grüße\n',
  images: [{ contentId: 'chart@earshot', fileName: 'chart.png', png: Buffer.from('a picture') }],
  attachments: [{ fileName: 'earshot.pdf', contentType: 'application/pdf', content: Buffer.from('a PDF') }],
  unsubscribeUrl,
};

const about = { organizationId: 'org_1', scheduleId: 'rep_1', periodEnd: '2026-11-15', deliveryId: 'del_1' };

describe('the mail sender', () => {
  it('RP-03 sends MIME with both texts, the picture inside, the file attached, and one-click unsubscribing', async () => {
    ses.on(SendRawEmailCommand).resolves({ MessageId: 'ses-1' });

    expect(await sender.send(mail, about)).toEqual({ kind: 'sent', messageId: 'ses-1' });
    const input = ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input;
    const raw = Buffer.from(input?.RawMessage?.Data ?? []);
    const parsed = await PostalMime.parse(raw);
    const headers = Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value]));

    expect(input?.Destinations).toEqual(['jose@porto.example']);
    expect(input?.ConfigurationSetName).toBe('earshot-dev');
    expect(input?.Tags).toEqual([
      { Name: 'organization', Value: 'org_1' },
      { Name: 'schedule', Value: 'rep_1' },
      { Name: 'period', Value: '2026-11-15' },
      { Name: 'delivery', Value: 'del_1' },
    ]);
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.to).toEqual([{ address: 'jose@porto.example', name: 'José “Zé” Ção' }]);
    expect(parsed.text?.trim()).toBe('Grüße');
    expect(parsed.html).toContain('<p>Grüße</p>');
    expect(
      parsed.attachments.map(({ contentId, mimeType, disposition }) => [contentId, mimeType, disposition]),
    ).toEqual([
      ['<chart@earshot>', 'image/png', 'inline'],
      [undefined, 'application/pdf', 'attachment'],
    ]);
    expect(headers['list-unsubscribe']).toBe(`<${unsubscribeUrl}>`);
    expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(raw.toString()).toContain(`List-Unsubscribe: <${unsubscribeUrl}>\r\n`);
  });

  it('AR-19 sends a notice that is no report, which nobody can unsubscribe from', async () => {
    const { unsubscribeUrl: _none, ...notice } = mail;
    ses.on(SendRawEmailCommand).resolves({ MessageId: 'ses-2' });
    const answer = await sender.send(notice);
    const { RawMessage, Tags } = ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input ?? {};

    expect(answer).toEqual({ kind: 'sent', messageId: 'ses-2' });
    expect(Tags).toBeUndefined();
    expect(Buffer.from(RawMessage?.Data ?? []).toString()).not.toContain('List-Unsubscribe');
  });

  it.each([
    ['MessageRejected', 'refused'],
    ['InvalidParameterValue', 'refused'],
    ['Throttling', 'unavailable'],
    ['TimeoutError', 'unavailable'],
  ])('RP-03 takes %s as %s', async (name, kind) => {
    ses.on(SendRawEmailCommand).rejects(Object.assign(new Error('no'), { name }));

    expect(await sender.send(mail, about)).toEqual({ kind, reason: `${name}: no` });
  });
});
