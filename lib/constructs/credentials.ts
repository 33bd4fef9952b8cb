import { RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { EnvironmentName } from '../../shared/contract/env.ts';
import { acknowledge } from '../acknowledge.ts';
import type { StageConfig } from '../config.ts';
import type { AppFunction, Capability } from './app-function.ts';

/**
 * The stack's own secret, the providers' app credentials, and the key of the platforms' tokens (CM-02) and of the
 * secrets that sign webhooks (AR-19).
 */
export class Credentials extends Construct {
  readonly #tokensKey: Key;
  readonly #signing: Secret;
  readonly #providers: Secret;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    const removalPolicy = config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.#tokensKey = new Key(this, 'TokensKey', {
      description: `Earshot ${config.stage}: access tokens of connected accounts, secrets of webhooks`,
      alias: `alias/earshot-${config.stage}-tokens`,
      enableKeyRotation: true,
      removalPolicy,
    });
    this.#signing = new Secret(this, 'Signing', {
      secretName: `earshot/${config.stage}/signing`,
      description: 'Signs cursors, unsubscribe links and OAuth states',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    this.#providers = new Secret(this, 'Providers', {
      secretName: `earshot/${config.stage}/providers`,
      description: 'App credentials of the social platforms as JSON, see docs/operations.md',
      // An update of the stack keeps what an operator has written since.
      secretStringValue: SecretValue.unsafePlainText('{}'),
      removalPolicy,
    });
    acknowledge(this.#signing, {
      'AwsSolutions-SMG4':
        'A new value would break every cursor and unsubscribe link in use; an operator decides when.',
    });
    acknowledge(this.#providers, {
      'AwsSolutions-SMG4': 'The platforms issue these credentials; they cannot be rotated from here.',
    });
  }

  /** Makes and checks what the stack signs itself. */
  readonly sign: Capability = (fn) => read(fn, 'SIGNING_SECRET_ARN', this.#signing);

  readonly readProviders: Capability = (fn) => read(fn, 'PROVIDERS_SECRET_ARN', this.#providers);

  /** Whoever uses a token may find it about to end, and then stores a renewed one. */
  readonly keepTokens: Capability = (fn) => this.#useTokensKey(fn, 'kms:Decrypt', 'kms:Encrypt');

  readonly sealSecrets: Capability = (fn) => this.#useTokensKey(fn, 'kms:Encrypt');

  readonly openSecrets: Capability = (fn) => this.#useTokensKey(fn, 'kms:Decrypt');

  #useTokensKey(fn: AppFunction, ...actions: string[]): void {
    fn.know('TOKENS_KEY_ARN', this.#tokensKey.keyArn);
    fn.allow(new PolicyStatement({ actions, resources: [this.#tokensKey.keyArn] }));
  }
}

function read(fn: AppFunction, variable: EnvironmentName, secret: Secret): void {
  fn.know(variable, secret.secretArn);
  fn.allow(
    new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] }),
  );
}
