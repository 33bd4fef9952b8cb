import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { QueueName } from '../../shared/contract/queues.ts';
import type { StageConfig } from '../config.ts';
import type { Api } from '../constructs/api.ts';
import type { Capability } from '../constructs/app-function.ts';
import type { AppQueue } from '../constructs/app-queue.ts';
import type { AppTable } from '../constructs/app-table.ts';
import type { Console } from '../constructs/console.ts';
import type { Credentials } from '../constructs/credentials.ts';
import type { Exports } from '../constructs/exports.ts';
import type { FunctionSet } from '../constructs/function-set.ts';
import type { Identity } from '../constructs/identity.ts';
import type { Mail } from '../constructs/mail.ts';
import type { Model } from '../constructs/model.ts';
import type { ReportSchedules } from '../constructs/report-schedules.ts';

/** What the functions are wired to. */
export interface Parts {
  config: StageConfig;
  table: AppTable;
  credentials: Credentials;
  identity: Identity;
  model: Model;
  mail: Mail;
  queues: Readonly<Record<QueueName, AppQueue>>;
  reportSchedules: ReportSchedules;
  /** How long a reply of unknown outcome is left alone (AR-12). */
  knowQuietPeriod: Capability;
  /** Takes what schedules and the table's stream could not hand to their function. */
  undelivered: IQueue;
  api: Api;
  console: Console;
  exports: Exports;
  functions: FunctionSet;
}
