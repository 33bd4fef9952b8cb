import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  RecursiveLoop,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { EnvironmentName } from '../../shared/contract/env.ts';
import { acknowledge } from '../acknowledge.ts';
import type { StageConfig } from '../config.ts';

export interface AppFunctionProps {
  config: StageConfig;
  /** Also the end of the function's name in AWS. */
  name: string;
  /** Folder with the bundled `index.mjs`. */
  bundle: string;
  timeoutSeconds: number;
  memoryMegabytes: number;
  /** At most so many run at once, taken from the account's concurrency whether used or not. */
  reservedConcurrency?: number | undefined;
  /** It sends messages that wake it again. Lambda takes that for a mistake and stops it after 16 rounds unless told. */
  repeatsItself?: boolean;
}

/** Lets a function use something: gives it the permission and the environment variables that it needs for that. */
export type Capability = (fn: AppFunction) => void;

/** One function of Earshot. It may do nothing but log and trace until it is given capabilities. */
export class AppFunction extends Construct {
  readonly name: string;
  readonly timeoutSeconds: number;
  readonly lambda: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: AppFunctionProps) {
    super(scope, id);
    const { config, name, timeoutSeconds, reservedConcurrency } = props;
    this.name = name;
    this.timeoutSeconds = timeoutSeconds;
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/earshot/${config.stage}/${name}`,
      retention: config.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // CDK's own role could write to every log group of the account.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    this.lambda = new LambdaFunction(this, 'Resource', {
      functionName: functionNameOf(config, name),
      role: this.role,
      logGroup,
      code: Code.fromAsset(props.bundle),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      tracing: Tracing.ACTIVE,
      timeout: Duration.seconds(timeoutSeconds),
      memorySize: props.memoryMegabytes,
      environment: { NODE_OPTIONS: '--enable-source-maps', POWERTOOLS_SERVICE_NAME: name },
      ...(props.repeatsItself && { recursiveLoop: RecursiveLoop.ALLOW }),
      ...(reservedConcurrency && { reservedConcurrentExecutions: reservedConcurrency }),
    });
    this.know('STAGE', config.stage);
    acknowledge(this, {
      'AwsSolutions-IAM5[Resource::*]': 'Only for sending X-Ray segments: X-Ray knows no narrower resource.',
      'Serverless-LambdaStarPermissions':
        'Only for sending X-Ray segments: X-Ray knows no narrower resource.',
      'Serverless-LambdaDLQ':
        'API Gateway, queues, the stream and schedules each see to its failures themselves.',
      'Serverless-LambdaEventSourceMappingDestination':
        'A queue moves what keeps failing to its dead-letter queue; the stream has a destination.',
      'Serverless-LambdaAsyncFailureDestination':
        'Nothing but schedules calls it asynchronously; they have their own.',
    });
  }

  /** Sets an environment variable; the type keeps it in step with what functions can read. */
  know(name: EnvironmentName, value: string): void {
    this.lambda.addEnvironment(name, value);
  }

  allow(statement: PolicyStatement): void {
    this.role.addToPolicy(statement);
  }

  may(...capabilities: Capability[]): this {
    for (const capability of capabilities) capability(this);
    return this;
  }
}

/** Names are known before the functions exist, so that the API and its address can come first. */
export function functionArnOf(scope: Construct, config: StageConfig, name: string): string {
  const { partition, region, account } = Stack.of(scope);
  return `arn:${partition}:lambda:${region}:${account}:function:${functionNameOf(config, name)}`;
}

function functionNameOf(config: StageConfig, name: string): string {
  return `earshot-${config.stage}-${name}`;
}
