import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from '../../core/reports/ports.ts';

/** The mail as RFC 5322 text: plain text and HTML as alternatives, the images of the HTML inside, files attached. */
export function mimeMessage(from: string, mail: Mail): Promise<Buffer> {
  return new MailComposer({
    from,
    to: { name: mail.to.name, address: mail.to.email },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: [
      ...mail.images.map(({ contentId, fileName, png }) => ({
        cid: contentId,
        filename: fileName,
        contentType: 'image/png',
        contentDisposition: 'inline' as const,
        content: Buffer.from(png),
      })),
      ...mail.attachments.map(({ fileName, contentType, content }) => ({
        filename: fileName,
        contentType,
        content: Buffer.from(content),
      })),
    ],
    headers: {
      // RFC 8058: mail programs end these mails with one POST; prepared, because folding would break the address.
      ...(mail.unsubscribeUrl !== undefined && {
        'List-Unsubscribe': { prepared: true, value: `<${mail.unsubscribeUrl}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
      'Auto-Submitted': 'auto-generated',
    },
  })
    .compile()
    .build();
}
