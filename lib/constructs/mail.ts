import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import type { Capability } from './app-function.ts';

/** Sends report mails with SES. The identity is made here when `mailDomain` is given, else it must exist already. */
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

  readonly send: Capability = (fn) => {
    const { partition, region, account } = Stack.of(this);
    const address = /<(.+)>$/.exec(this.#from)?.[1] ?? this.#from;
    const domain = address.slice(address.indexOf('@') + 1);
    const ses = (resource: string) => `arn:${partition}:ses:${region}:${account}:${resource}`;
    fn.know('MAIL_FROM', this.#from);
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
