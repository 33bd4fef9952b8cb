import { SESClient } from '@aws-sdk/client-ses';
import { mailSender as sesMailSender } from '../../infra/ses/mail-sender.ts';
import { requireEnvironment } from '../env.ts';

export const mailSender = sesMailSender({ client: new SESClient(), from: requireEnvironment('MAIL_FROM') });
