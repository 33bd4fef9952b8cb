import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { MailTags } from '../../contract/mail-events.ts';
import type { MailOutcome, MailSender } from '../../core/reports/ports.ts';
import { mimeMessage } from './mime-message.ts';

interface Options {
  client?: SESClient;
  /** Tells what becomes of a mail. */
  configurationSet: string;
  /** E.g. `Earshot <reports@brand.example>`. */
  from: string;
}

/** SES says so when the mail itself is at fault: the same mail would be refused again. */
const Refusals = new Set(['MessageRejected', 'InvalidParameterValue']);

export function mailSender({ client = new SESClient(), configurationSet, from }: Options): MailSender {
  return {
    async send(mail, about): Promise<MailOutcome> {
      const Data = await mimeMessage(from, mail);
      try {
        const { MessageId = '' } = await client.send(
          new SendRawEmailCommand({
            Source: from,
            Destinations: [mail.to.email],
            RawMessage: { Data },
            ConfigurationSetName: configurationSet,
            ...(about && {
              Tags: Object.entries(MailTags).map(([Name, field]) => ({ Name, Value: about[field] })),
            }),
          }),
        );
        return { kind: 'sent', messageId: MessageId };
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        const reason = `${error.name}: ${error.message}`;
        return { kind: Refusals.has(error.name) ? 'refused' : 'unavailable', reason };
      }
    },
  };
}
