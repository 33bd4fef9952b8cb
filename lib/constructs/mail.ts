import { Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { MailEventNames } from '../../shared/contract/mail-events.ts';
import type { StageConfig } from '../config.ts';
import type { Capability } from './app-function.ts';

/** Sends mails with SES. The identity is made here when `mailDomain` is given, else it must exist already. */
export class Mail extends Construct {
  readonly #from: string;
  readonly #configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    this.#from = config.mailFrom;
    this.#configurationSet = new ConfigurationSet(this, 'Set', {
      configurationSetName: `earshot-${config.stage}`,
      reputationMetrics: true,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    if (config.mailDomain) {
      new EmailIdentity(this, 'Identity', {
        identity: Identity.domain(config.mailDomain),
        configurationSet: this.#configurationSet,
      });
    }
  }

  /** SES tells EventBridge, on the only bus that it can, and a rule puts what concerns our mails into the queue. */
  tellsWhatBecameOfMails(queue: IQueue, undelivered: IQueue): void {
    this.#configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.DELIVERY],
    });
    new Rule(this, 'Feedback', {
      eventPattern: {
        source: ['aws.ses'],
        detailType: Object.values(MailEventNames),
        detail: {
          mail: { tags: { 'ses:configuration-set': [this.#configurationSet.configurationSetName] } },
        },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue: undelivered })],
    });
  }

  readonly send: Capability = (fn) => {
    const { partition, region, account } = Stack.of(this);
    const address = /<(.+)>$/.exec(this.#from)?.[1] ?? this.#from;
    const domain = address.slice(address.indexOf('@') + 1);
    const ses = (resource: string) => `arn:${partition}:ses:${region}:${account}:${resource}`;
    fn.know('MAIL_FROM', this.#from);
    fn.know('MAIL_CONFIGURATION_SET', this.#configurationSet.configurationSetName);
    fn.allow(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        // SES asks for the identity that is verified: the address or its domain; and for the set of that identity.
        resources: [
          ses(`identity/${address}`),
          ses(`identity/${domain}`),
          ses(`configuration-set/${this.#configurationSet.configurationSetName}`),
        ],
      }),
    );
  };
}
