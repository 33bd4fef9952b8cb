import { type QueueName, QueueNames } from '../../shared/contract/queues.ts';
import type { ScheduleName } from '../../shared/contract/schedules.ts';
import type { AppFunction, Capability } from '../constructs/app-function.ts';
import type { Consumption } from '../constructs/app-queue.ts';
import { AppSchedule } from '../constructs/app-schedule.ts';
import type { Parts } from './parts.ts';

const ScheduleNames = [
  'timer',
  'sync-accounts',
  'crawl',
  'reconcile-reports',
] as const satisfies ScheduleName[];
const DeadLettersPath = 'queues/dead-letters';
const ChangesPath = 'streams/changes';
const FiguresPath = 'streams/figures';

/** The code of all functions that are not the API's. */
export const WorkerPaths = [
  ...QueueNames.map((name) => `queues/${name}`),
  DeadLettersPath,
  ...ScheduleNames.map((name) => `schedules/${name}`),
  ChangesPath,
  FiguresPath,
];

/**
 * In seconds. A queue's visibility follows from the time-out of its consumer, and with it how long a message rests after
 * a crash; long work therefore goes on in a new message. Replies end before their lease does.
 */
export const ConsumerTimeouts: Record<QueueName, number> = {
  intake: 60,
  replies: 50,
  sync: 120,
  feeds: 120,
  reports: 120,
  webhooks: 30,
  feedback: 30,
  jobs: 120,
};

const Consumptions: Record<QueueName, Consumption> = {
  // Many comments share one call of the model, so they are collected for a second.
  intake: { batchSize: 20, windowSeconds: 1, maxConcurrency: 5 },
  replies: { batchSize: 1, maxConcurrency: 10 },
  sync: { batchSize: 1, maxConcurrency: 5 },
  // Hosts that answer slowly are waited for beside each other; fifty of the largest feeds fit into the memory at once.
  feeds: { batchSize: 50, windowSeconds: 1, maxConcurrency: 40 },
  reports: { batchSize: 1, maxConcurrency: 2 },
  // Endpoints that answer slowly are waited for beside each other.
  webhooks: { batchSize: 10, maxConcurrency: 10 },
  feedback: { batchSize: 10, maxConcurrency: 2 },
  jobs: { batchSize: 1, maxConcurrency: 4 },
};

/** Work that is put off or goes on later; an edited comment goes from replies back to intake. */
const Repeating: ReadonlySet<QueueName> = new Set(['intake', 'replies', 'sync', 'feeds', 'webhooks', 'jobs']);

const Worker = { timeoutSeconds: 60, memoryMegabytes: 1024 };

export function consumeQueues(parts: Parts): void {
  const {
    config,
    console,
    credentials,
    exports,
    functions,
    knowQuietPeriod,
    mail,
    model,
    queues,
    table,
    undelivered,
  } = parts;
  const platforms = [credentials.readProviders, credentials.keepTokens];
  // The signing key makes the cursors of lists that take more than one page, such as an organization's accounts.
  const capabilities: Record<QueueName, Capability[]> = {
    intake: [credentials.sign, model.ask, queues.intake.send, queues.replies.send],
    replies: [
      ...[credentials.sign, ...platforms, knowQuietPeriod, model.ask],
      ...[queues.intake.send, queues.replies.send],
    ],
    sync: [...platforms, table.listInbox, queues.intake.send, queues.sync.send],
    feeds: [queues.feeds.send, knowWhetherToFollowLinks(config)],
    reports: [mail.send, credentials.sign, console.knowAddress],
    webhooks: [credentials.openSecrets, mail.send, console.knowAddress, queues.webhooks.send],
    feedback: [],
    jobs: [
      ...[credentials.sign, ...platforms, model.ask, table.listInbox],
      ...[exports.writeAndErase, queues.replies.send, queues.jobs.send],
    ],
  };
  for (const name of QueueNames) {
    const size = { ...Worker, timeoutSeconds: ConsumerTimeouts[name], repeatsItself: Repeating.has(name) };
    const fn = functions.define(`queues/${name}`, size, [table.readAndWrite, ...capabilities[name]]);
    queues[name].consumedBy(fn, Consumptions[name]);
  }
  mail.tellsWhatBecameOfMails(queues.feedback.queue, undelivered);
  const deadLetters = functions.define(DeadLettersPath, Worker, [table.readAndWrite]);
  for (const name of QueueNames) queues[name].deadLettersConsumedBy(deadLetters);
}

function knowWhetherToFollowLinks({ resolveNewsLinks = false }: Parts['config']): Capability {
  return (fn) => fn.know('RESOLVE_NEWS_LINKS', String(resolveNewsLinks));
}

export function runSchedules({
  config,
  functions,
  queues,
  reportSchedules,
  table,
  undelivered,
}: Parts): void {
  const capabilities: Record<ScheduleName, Capability[]> = {
    timer: [
      table.read,
      table.findDue,
      queues.replies.send,
      queues.reports.send,
      queues.feeds.send,
      queues.webhooks.send,
    ],
    'sync-accounts': [table.findDue, queues.sync.send],
    crawl: [table.findDue, table.readAndWrite, queues.feeds.send],
    'reconcile-reports': [table.findDue, table.read, reportSchedules.manage, reportSchedules.list],
  };
  for (const name of ScheduleNames) {
    const fn = functions.define(`schedules/${name}`, { ...Worker, timeoutSeconds: 120 }, capabilities[name]);
    new AppSchedule(functions, `${name}-schedule`, { config, name, fn, undelivered });
  }
}

/** Tells clients and webhooks what changed in the table, at once, and counts it, when there is more to count. */
export function followChanges({ config, functions, queues, table, undelivered }: Parts): AppFunction {
  const changes = functions.define(ChangesPath, Worker, [table.readAndWrite, queues.webhooks.send]);
  const figures = functions.define(FiguresPath, Worker, [table.readAndWrite]);
  table.followedBy('Changes', changes, undelivered, { batchSize: 100, windowSeconds: 0 });
  table.followedBy('Figures', figures, undelivered, {
    batchSize: 1_000,
    windowSeconds: config.figuresWindowSeconds,
  });
  return changes;
}
