import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { endpoints } from '../../shared/contract/api/all.ts';
import type { QueueName } from '../../shared/contract/queues.ts';
import type { StageConfig } from '../config.ts';
import { Api } from '../constructs/api.ts';
import type { Capability } from '../constructs/app-function.ts';
import { AppQueue, deadLetterQueue } from '../constructs/app-queue.ts';
import { AppTable } from '../constructs/app-table.ts';
import { Console } from '../constructs/console.ts';
import { Credentials } from '../constructs/credentials.ts';
import { Exports } from '../constructs/exports.ts';
import { FunctionSet } from '../constructs/function-set.ts';
import { Identity } from '../constructs/identity.ts';
import { Mail } from '../constructs/mail.ts';
import { Model } from '../constructs/model.ts';
import { Monitoring } from '../constructs/monitoring.ts';
import { ReportSchedules } from '../constructs/report-schedules.ts';
import { functionEntries } from '../function-entries.ts';
import { ConsumerTimeouts, consumeQueues, followChanges, runSchedules, WorkerPaths } from './run-workers.ts';
import { AuthorizerPath, serveApi } from './serve-api.ts';

interface EarshotStackProps {
  config: StageConfig;
  /** Folder with the built console. */
  consoleFolder: string;
}

/** Earshot, complete: what there is, who may use it (serve-api, run-workers), and what wakes whom. */
export class EarshotStack extends Stack {
  constructor(scope: Construct, id: string, { config, consoleFolder }: EarshotStackProps) {
    super(scope, id, {
      env: {
        ...(config.account && { account: config.account }),
        ...(config.region && { region: config.region }),
      },
      description: `Earshot (${config.stage}): hears what is said about an organization, and answers or files it`,
      analyticsReporting: false,
      terminationProtection: config.keepsData,
    });
    const queue = (name: QueueName) =>
      new AppQueue(this, `Queue-${name}`, { config, name, consumerTimeoutSeconds: ConsumerTimeouts[name] });

    const table = new AppTable(this, 'Table', config);
    const credentials = new Credentials(this, 'Credentials', config);
    const identity = new Identity(this, 'Identity', config);
    const model = new Model(this, 'Model', config);
    const mail = new Mail(this, 'Mail', config);
    const queues = {
      intake: queue('intake'),
      replies: queue('replies'),
      sync: queue('sync'),
      feeds: queue('feeds'),
      reports: queue('reports'),
      webhooks: queue('webhooks'),
      feedback: queue('feedback'),
      jobs: queue('jobs'),
    };
    const undelivered = deadLetterQueue(this, 'Undelivered', `earshot-${config.stage}-undelivered`);
    const reportSchedules = new ReportSchedules(this, 'ReportSchedules', config, queues.reports);

    const knowQuietPeriod: Capability = (fn) =>
      fn.know('REPLY_QUIET_SECONDS', String(config.replyQuietSeconds));

    const api = new Api(this, 'Api', config);
    const console = new Console(this, 'Console', { config, folder: consoleFolder, api, identity });

    const exports = new Exports(this, 'Exports', console.logs);

    const entries = functionEntries(endpoints, [AuthorizerPath, ...WorkerPaths]);
    const functions = new FunctionSet(this, 'Functions', config, entries);
    const parts = {
      ...{ config, table, credentials, identity, model, mail, queues, undelivered, reportSchedules },
      ...{ api, console, exports, functions, knowQuietPeriod },
    };
    serveApi(parts);
    consumeQueues(parts);
    runSchedules(parts);
    const changes = followChanges(parts);
    functions.removeBundles();

    new Monitoring(this, 'Monitoring', {
      config,
      api,
      functions: functions.all,
      queues,
      undelivered,
      changes,
    });
    new CfnOutput(this, 'PublicUrl', { value: console.publicUrl, description: 'Where people sign in' });
  }
}
