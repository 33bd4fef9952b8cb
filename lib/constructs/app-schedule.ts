import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type ScheduleName, type SchedulePayload, Schedules } from '../../shared/contract/schedules.ts';
import type { StageConfig } from '../config.ts';
import type { AppFunction } from './app-function.ts';
import { schedulerRole } from './scheduler-role.ts';

interface AppScheduleProps {
  config: StageConfig;
  name: ScheduleName;
  fn: AppFunction;
  /** Takes the payload of an occurrence that the function never accepted. */
  undelivered: IQueue;
}

/** EventBridge Scheduler replaces this by the occurrence's own time, which a retry keeps. */
const payload: SchedulePayload = { scheduledAt: '<aws.scheduler.scheduled-time>' };

/** Calls a function at the times that the contract gives for its name. */
export class AppSchedule extends Construct {
  constructor(scope: Construct, id: string, { config, name, fn, undelivered }: AppScheduleProps) {
    super(scope, id);
    const role = schedulerRole(this, 'Role');
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [fn.lambda.functionArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [undelivered.queueArn] }),
    );
    const { expression, timeZone } = Schedules[name];
    const schedule = new CfnSchedule(this, 'Resource', {
      name: `earshot-${config.stage}-${name}`,
      scheduleExpression: expression,
      scheduleExpressionTimezone: timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: fn.lambda.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify(payload),
        deadLetterConfig: { arn: undelivered.queueArn },
        // A late occurrence is worth less than the next one.
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 300 },
      },
    });
    // Scheduler checks the role when it creates the schedule.
    schedule.node.addDependency(role);
  }
}
