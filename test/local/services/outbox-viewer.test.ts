import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect, it } from 'vitest';
import { startSes } from '../../../local/services/ses.ts';
import { freshOptions, listen } from './service-client.ts';

const Pixel = Buffer.from('iVBORw0KGgo=', 'base64');

async function viewer(html: string, subject = 'Weekly report') {
  const service = startSes(freshOptions());
  const raw = await new MailComposer({
    from: 'reports@earshot.example',
    to: 'ada@press.example',
    subject,
    text: 'Plain <b>words</b>',
    html,
    attachments: [
      { filename: 'chart.png', cid: 'chart@earshot', content: Pixel },
      { filename: 'figures "1".html', content: '<script>alert(1)</script>' },
    ],
  })
    .compile()
    .build();
  const mail = await service.outbox.keep({
    source: 'reports@earshot.example',
    destinations: ['ada@press.example', 'x@bounce.simulator.example'],
    raw,
  });
  const address = await listen(service.viewer);
  const get = (path: string) => fetch(`${address}/_outbox${path}`, { redirect: 'manual' });
  return { id: mail.id, raw, get, page: async (path: string) => (await get(path)).text() };
}

describe('the outbox viewer', () => {
  it('RP-03 lists sent mails with what happened to them', async () => {
    const { page, id } = await viewer('<p>Hello</p>');

    const list = await page('/');

    expect(list).toContain(`<a href="${id}">`);
    expect(list).toContain('Weekly report');
    expect(list).toContain('reports@earshot.example → ada@press.example, x@bounce.simulator.example');
    expect(list).toContain('bounced');
    expect(list).toContain('1 attached');
  });

  it('RP-03 shows a mail with its inline images in a frame that may do nothing', async () => {
    const { page, get, id } = await viewer('<p>Hello <img src="cid:chart@earshot"></p>');

    const mail = await get(`/${id}/mail`);

    expect(await page(`/${id}`)).toContain(
      `<iframe src="${id}/mail" sandbox="allow-popups allow-popups-to-escape-sandbox"`,
    );
    expect(await mail.text()).toContain(`<img src="data:image/png;base64,${Pixel.toString('base64')}">`);
    const policy = mail.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/sandbox (?!.*allow-scripts)(?!.*allow-same-origin)/);
  });

  it('RP-03 lets no markup out of subjects, texts and sources', async () => {
    const { page, id } = await viewer('<script>alert(1)</script>', '</title><script>alert(1)</script>');

    const pages = await Promise.all(['/', `/${id}`, `/${id}?show=text`, `/${id}?show=source`].map(page));

    for (const markup of pages) expect(markup).not.toContain('<script>');
    expect(pages[2]).toContain('Plain &lt;b&gt;words&lt;/b&gt;');
  });

  it('RP-03 hands attachments and the raw mail out as downloads only', async () => {
    const { get, id, raw } = await viewer('<p>Hello</p>');

    const attachment = await get(`/${id}/attachments/1`);
    const message = await get(`/${id}/raw`);

    expect(attachment.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''figures%20%221%22.html`,
    );
    expect(attachment.headers.get('content-type')).toBe('application/octet-stream');
    expect(await attachment.text()).toBe('<script>alert(1)</script>');
    expect(Buffer.from(await message.arrayBuffer()).equals(raw)).toBe(true);
  });

  it('RP-03 serves its style and script, and answers 404 for what it does not have', async () => {
    const { get, id } = await viewer('');

    const answers = await Promise.all(
      [
        '',
        '/outbox.css',
        '/outbox.js',
        '/unknown',
        `/${id}/attachments/9`,
        `/${id}/other`,
        '/..%2f..%2fetc',
      ].map(get),
    );

    expect(answers.map(({ status }) => status)).toEqual([302, 200, 200, 404, 404, 404, 404]);
  });
});
