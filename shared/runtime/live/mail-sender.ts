import { mailSender as sesMailSender } from '../../infra/ses/mail-sender.ts';
import { requireEnvironment } from '../env.ts';

export const mailSender = sesMailSender({
  configurationSet: requireEnvironment('MAIL_CONFIGURATION_SET'),
  from: requireEnvironment('MAIL_FROM'),
});
