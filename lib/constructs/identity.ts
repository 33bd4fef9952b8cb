import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountRecovery, FeaturePlan, Mfa, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { StageConfig } from '../config.ts';
import type { Capability } from './app-function.ts';

/** Who signs in. Organizations and roles are Earshot's own matter and lie in the table. */
export class Identity extends Construct {
  readonly client: UserPoolClient;
  readonly #pool: UserPool;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    this.#pool = new UserPool(this, 'Pool', {
      userPoolName: `earshot-${config.stage}`,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.ESSENTIALS,
      mfa: Mfa.OFF,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: config.keepsData,
      removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.client = this.#pool.addClient('Console', {
      authFlows: { userPassword: true, userSrp: true },
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      disableOAuth: true,
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
    });
    acknowledge(this.#pool, {
      'AwsSolutions-COG2': 'The console signs in by password only so far.',
      'AwsSolutions-COG3': 'Threat protection needs the Plus plan, which each operator weighs.',
      'AwsSolutions-COG8': 'The Plus plan costs more for every active person; each operator weighs it.',
    });
  }

  /** Checks that a token was issued by this pool for the console. */
  readonly verify: Capability = (fn) => {
    const { region } = Stack.of(this);
    const issuer = `https://cognito-idp.${region}.amazonaws.com/${this.#pool.userPoolId}`;
    fn.know('USER_POOL_ISSUER', issuer);
    fn.know('USER_POOL_JWKS_URL', `${issuer}/.well-known/jwks.json`);
    fn.know('USER_POOL_CLIENT_ID', this.client.userPoolClientId);
  };
}
