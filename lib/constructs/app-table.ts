import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ChangeStreamFilters } from '../../shared/contract/events.ts';
import { TableSchema } from '../../shared/contract/table.ts';
import type { StageConfig } from '../config.ts';
import type { AppFunction, Capability } from './app-function.ts';

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

const ReadActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WriteActions = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
];

/**
 * The one table (docs/data-model.md) and who may do what with it. Nobody may scan it.
 * Tenants are kept apart by the table module, not by IAM: a function serves every tenant, so that a condition on
 * leading keys could name none of them.
 */
export class AppTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    this.table = new Table(this, 'Resource', {
      partitionKey: text(TableSchema.partitionKey),
      sortKey: text(TableSchema.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: TableSchema.ttlAttribute,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      deletionProtection: config.keepsData,
      removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: TableSchema.inbox.name,
      partitionKey: text(TableSchema.inbox.partitionKey),
      sortKey: text(TableSchema.inbox.sortKey),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...TableSchema.inbox.projected],
    });
    this.table.addGlobalSecondaryIndex({
      indexName: TableSchema.due.name,
      partitionKey: text(TableSchema.due.partitionKey),
      sortKey: text(TableSchema.due.sortKey),
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }

  /** Knows which table it would be, without any permission. */
  readonly know: Capability = (fn) => fn.know('TABLE_NAME', this.table.tableName);

  readonly read: Capability = (fn) => this.#allow(fn, ReadActions, this.table.tableArn);

  /** Reads, and notes that somebody follows. */
  readonly readAndPut: Capability = (fn) =>
    this.#allow(fn, [...ReadActions, 'dynamodb:PutItem'], this.table.tableArn);

  readonly readAndWrite: Capability = (fn) =>
    this.#allow(fn, [...ReadActions, ...WriteActions], this.table.tableArn);

  /** Lists by organization and time. */
  readonly listInbox: Capability = (fn) =>
    this.#allow(fn, ['dynamodb:Query'], `${this.table.tableArn}/index/${TableSchema.inbox.name}`);

  /** Finds what is due, in all organizations. */
  readonly findDue: Capability = (fn) =>
    this.#allow(fn, ['dynamodb:Query'], `${this.table.tableArn}/index/${TableSchema.due.name}`);

  /** Wakes the function with what changed; a batch that keeps failing goes to `undelivered` for a person to look at. */
  followedBy(
    id: string,
    fn: AppFunction,
    undelivered: IQueue,
    { batchSize, windowSeconds }: { batchSize: number; windowSeconds: number },
  ): void {
    const streamArn = this.table.tableStreamArn;
    if (!streamArn) throw new Error('The table has no stream.');
    const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    fn.allow(
      new PolicyStatement({ actions: actions.map((name) => `dynamodb:${name}`), resources: [streamArn] }),
    );
    const mapping = new EventSourceMapping(this, id, {
      target: fn.lambda,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize,
      ...(windowSeconds > 0 && { maxBatchingWindow: Duration.seconds(windowSeconds) }),
      filters: ChangeStreamFilters.map((pattern) => ({ pattern: JSON.stringify(pattern) })),
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      onFailure: new SqsDlq(undelivered),
    });
    // Lambda checks the role when it makes the mapping.
    mapping.node.addDependency(fn.role);
  }

  #allow(fn: AppFunction, actions: string[], resource: string): void {
    this.know(fn);
    fn.allow(new PolicyStatement({ actions, resources: [resource] }));
  }
}
