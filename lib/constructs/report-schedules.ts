import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { acknowledge, inFinding } from '../acknowledge.ts';
import type { StageConfig } from '../config.ts';
import type { Capability } from './app-function.ts';
import type { AppQueue } from './app-queue.ts';
import { schedulerRole } from './scheduler-role.ts';

/** The group of the schedules that people make for their reports, and the role that lets those reach one queue only. */
export class ReportSchedules extends Construct {
  readonly #queue: AppQueue;
  readonly #groupName: string;
  readonly #role: Role;

  constructor(scope: Construct, id: string, config: StageConfig, queue: AppQueue) {
    super(scope, id);
    this.#queue = queue;
    this.#groupName = `earshot-${config.stage}-reports`;
    new CfnScheduleGroup(this, 'Group', { name: this.#groupName });
    this.#role = schedulerRole(this, 'Role');
    this.#role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queue.queueArn] }),
    );
  }

  /** Keeps one schedule for each report schedule. */
  readonly manage: Capability = (fn) => {
    const { partition, region, account } = Stack.of(this);
    fn.know('REPORTS_QUEUE_ARN', this.#queue.queue.queueArn);
    fn.know('SCHEDULE_GROUP_NAME', this.#groupName);
    fn.know('SCHEDULE_ROLE_ARN', this.#role.roleArn);
    const schedules = `arn:${partition}:scheduler:${region}:${account}:schedule/${this.#groupName}/*`;
    fn.allow(
      new PolicyStatement({
        actions: [
          'scheduler:CreateSchedule',
          'scheduler:GetSchedule',
          'scheduler:UpdateSchedule',
          'scheduler:DeleteSchedule',
        ],
        resources: [schedules],
      }),
    );
    fn.allow(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.#role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    );
    acknowledge(fn, {
      [`AwsSolutions-IAM5[Resource::${inFinding(fn, schedules)}]`]:
        'Report schedules are made at run time, in this group alone.',
    });
  };

  /** Finds those that belong to no report schedule. */
  readonly list: Capability = (fn) => {
    // EventBridge Scheduler knows nothing narrower for listing.
    fn.allow(new PolicyStatement({ actions: ['scheduler:ListSchedules'], resources: ['*'] }));
  };
}
