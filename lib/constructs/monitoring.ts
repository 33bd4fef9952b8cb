import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { QueueName } from '../../shared/contract/queues.ts';
import { acknowledge } from '../acknowledge.ts';
import type { StageConfig } from '../config.ts';
import type { Api } from './api.ts';
import type { AppFunction } from './app-function.ts';
import type { AppQueue } from './app-queue.ts';

interface MonitoringProps {
  config: StageConfig;
  api: Api;
  functions: readonly AppFunction[];
  queues: Readonly<Record<QueueName, AppQueue>>;
  /** Takes what schedules and the stream could not hand over. */
  undelivered: IQueue;
  /** The function that reads the table's stream. */
  changes: AppFunction;
}

interface AlarmRule {
  name: string;
  metric: IMetric;
  threshold: number;
  /** Of the last three periods, how many must be above the threshold. */
  periods?: 1 | 2 | 3;
  /** For whoever is woken: what it means. docs/operations.md says what to do. */
  meaning: string;
}

const Period = Duration.minutes(5);

/** Alarms on what loses or delays work, sent by e-mail when the stage names an address, and one dashboard. */
export class Monitoring extends Construct {
  readonly #stage: string;
  readonly #topic: Topic | undefined;

  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    this.#stage = props.config.stage;
    this.#topic = props.config.alarmEmail ? this.#alarmTopic(props.config.alarmEmail) : undefined;
    for (const rule of alarmRules(props)) this.#alarm(rule);
    new Dashboard(this, 'Dashboard', {
      dashboardName: `earshot-${this.#stage}`,
      widgets: dashboardRows(props),
    });
  }

  #alarmTopic(address: string): Topic {
    const topic = new Topic(this, 'Alarms', { displayName: `Earshot ${this.#stage}`, enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
      }),
    );
    topic.addSubscription(new EmailSubscription(address));
    acknowledge(topic, {
      'AwsSolutions-SNS2': 'Alarms carry names of resources and figures, nothing personal.',
      'Serverless-SNSRedrivePolicy':
        'A mail that cannot be delivered helps nobody in a queue; the alarm stays red.',
    });
    return topic;
  }

  #alarm({ name, metric, threshold, periods = 1, meaning }: AlarmRule): void {
    const alarm = new Alarm(this, name, {
      alarmName: `earshot-${this.#stage}-${name}`,
      alarmDescription: meaning,
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 3,
      datapointsToAlarm: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.#topic) alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}

function alarmRules({ api, functions, queues, undelivered, changes }: MonitoringProps): AlarmRule[] {
  return [
    ...Object.entries(queues).map(([name, { deadLetters }]) => ({
      name: `${name}-dead-letters`,
      metric: messagesIn(deadLetters),
      threshold: 1,
      meaning: `A message of the queue ${name} failed five times; what it was about is in the manual queue.`,
    })),
    {
      name: 'undelivered',
      metric: messagesIn(undelivered),
      threshold: 1,
      meaning: 'A schedule or the table stream could not hand something to its function.',
    },
    ...functions.map(({ name, lambda }) => ({
      name: `${name}-errors`,
      metric: lambda.metricErrors({ period: Period, statistic: 'Sum' }),
      threshold: 1,
      periods: 2 as const,
      meaning: `The function ${name} failed in two of three periods of five minutes.`,
    })),
    ...functions.map(({ name, lambda }) => ({
      name: `${name}-throttles`,
      metric: lambda.metricThrottles({ period: Period, statistic: 'Sum' }),
      threshold: 1,
      periods: 3 as const,
      meaning: `The function ${name} was refused for lack of concurrency for fifteen minutes.`,
    })),
    {
      name: 'replies-late',
      metric: queues.replies.queue.metricApproximateAgeOfOldestMessage({
        period: Period,
        statistic: 'Maximum',
      }),
      // A message may be delayed by 15 minutes on purpose.
      threshold: Duration.minutes(30).toSeconds(),
      meaning: 'Replies that are due are not being sent.',
    },
    {
      name: 'api-failures',
      metric: api.rest.metricServerError({ period: Period, statistic: 'Sum' }),
      threshold: 5,
      meaning: 'The API answered five calls in five minutes with an internal error.',
    },
    {
      name: 'changes-late',
      metric: changes.lambda.metric('IteratorAge', { period: Period, statistic: 'Maximum' }),
      threshold: Duration.minutes(1).toMilliseconds(),
      periods: 2,
      meaning: 'Live updates are more than a minute behind the table.',
    },
  ];
}

/**
 * Messages that lie in the queue or were taken out: its depth alone would miss those that are consumed at once, and
 * SQS does not count a message that moves to a dead-letter queue as sent.
 */
function messagesIn(queue: IQueue): IMetric {
  return new MathExpression({
    expression: 'FILL(waiting, 0) + FILL(taken, 0)',
    usingMetrics: {
      waiting: queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      taken: queue.metricNumberOfMessagesReceived({ statistic: 'Sum' }),
    },
    period: Period,
  });
}

function dashboardRows({ api, functions, queues, changes }: MonitoringProps): IWidget[][] {
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12, height: 6 });
  const each = Object.values(queues);
  return [
    [
      graph('API calls and failures', [
        api.rest.metricCount({ statistic: 'Sum' }),
        api.rest.metricClientError({ statistic: 'Sum' }),
        api.rest.metricServerError({ statistic: 'Sum' }),
      ]),
      graph('API latency', [
        api.rest.metricLatency({ statistic: 'p50' }),
        api.rest.metricLatency({ statistic: 'p99' }),
      ]),
    ],
    [
      graph(
        'Messages waiting',
        each.map(({ queue }) => queue.metricApproximateNumberOfMessagesVisible()),
      ),
      graph(
        'Age of the oldest message',
        each.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage()),
      ),
    ],
    [
      graph(
        'Errors of functions',
        functions.map(({ lambda }) => lambda.metricErrors()),
      ),
      graph('Delay of the table stream', [changes.lambda.metric('IteratorAge', { statistic: 'Maximum' })]),
    ],
  ];
}
