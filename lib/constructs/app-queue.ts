import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { EnvironmentName } from '../../shared/contract/env.ts';
import type { QueueName, SentQueueName } from '../../shared/contract/queues.ts';
import { acknowledge } from '../acknowledge.ts';
import type { StageConfig } from '../config.ts';
import type { AppFunction, Capability } from './app-function.ts';

/** A message that failed so often is not going to succeed by itself. */
const MaxReceives = 5;

/** AWS asks for six times the function's time-out, so that a throttled batch is not received a second time meanwhile. */
const VisibilityFactor = 6;

interface AppQueueProps {
  config: StageConfig;
  name: QueueName;
  /** The time-out of the function that will consume it. */
  consumerTimeoutSeconds: number;
}

export interface Consumption {
  batchSize: number;
  /** How long to collect a batch; above ten messages AWS asks for at least a second. */
  windowSeconds?: number;
  maxConcurrency: number;
}

const UrlVariable = {
  intake: 'INTAKE_QUEUE_URL',
  replies: 'REPLIES_QUEUE_URL',
  sync: 'SYNC_QUEUE_URL',
  feeds: 'FEEDS_QUEUE_URL',
  reports: 'REPORTS_QUEUE_URL',
  webhooks: 'WEBHOOKS_QUEUE_URL',
  jobs: 'JOBS_QUEUE_URL',
} as const satisfies Record<SentQueueName, EnvironmentName>;

/** A queue with the dead-letter queue of the same name with `-dead` behind it. */
export class AppQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #name: QueueName;

  constructor(scope: Construct, id: string, { config, name, consumerTimeoutSeconds }: AppQueueProps) {
    super(scope, id);
    this.#name = name;
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', `earshot-${config.stage}-${name}-dead`);
    this.queue = new Queue(this, 'Resource', {
      queueName: `earshot-${config.stage}-${name}`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(VisibilityFactor * consumerTimeoutSeconds),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MaxReceives },
    });
  }

  /** Wakes the function with batches; it answers which messages of a batch failed. */
  consumedBy(fn: AppFunction, { batchSize, windowSeconds, maxConcurrency }: Consumption): void {
    fn.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize,
        maxConcurrency,
        reportBatchItemFailures: true,
        ...(windowSeconds && { maxBatchingWindow: Duration.seconds(windowSeconds) }),
      }),
    );
  }

  deadLettersConsumedBy(fn: AppFunction): void {
    fn.lambda.addEventSource(
      new SqsEventSource(this.deadLetters, { batchSize: 10, reportBatchItemFailures: true }),
    );
  }

  readonly send: Capability = (fn) => {
    if (this.#name === 'feedback') throw new Error('No function puts messages into the queue of feedback.');
    fn.know(UrlVariable[this.#name], this.queue.queueUrl);
    fn.allow(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }));
  };
}

/** Where something ends up that could not be handled; kept as long as SQS can, for a person to look at. */
export function deadLetterQueue(scope: Construct, id: string, queueName: string): Queue {
  const queue = new Queue(scope, id, {
    queueName,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: Duration.minutes(6),
    retentionPeriod: Duration.days(14),
  });
  acknowledge(queue, {
    'AwsSolutions-SQS3': 'It is a dead-letter queue.',
    'Serverless-SQSRedrivePolicy': 'It is a dead-letter queue.',
  });
  return queue;
}
