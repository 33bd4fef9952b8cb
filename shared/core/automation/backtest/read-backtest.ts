import type { Job } from '../../activity/job.ts';
import type { JobStore } from '../../activity/job-ports.ts';
import type { JobWorkStore } from '../../activity/job-work.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Page, PageRequest } from '../../kernel/page.ts';
import type { TenantContext } from '../../kernel/tenant-context.ts';
import { BacktestResult } from './backtest-result.ts';
import { BacktestExample, type ExampleList } from './backtest-state.ts';

export interface ReadDeps {
  jobs: Pick<JobStore, 'find'>;
  work: Pick<JobWorkStore, 'findings'>;
}

/** How far a backtest is, and what came out. @throws not-found, also for other jobs */
export async function readBacktest(
  deps: Pick<ReadDeps, 'jobs'>,
  context: TenantContext,
  jobId: string,
): Promise<{ job: Omit<Job, 'result'>; result: BacktestResult | null }> {
  const found = await deps.jobs.find(context, jobId);
  if (found?.kind !== 'backtest') throw notFound('The backtest');
  const { result, ...job } = found;
  return { job, result: job.status === 'succeeded' ? BacktestResult.parse(result) : null };
}

/** The interactions behind one of its figures. @throws not-found */
export async function backtestExamples(
  deps: ReadDeps,
  context: TenantContext,
  { jobId, list }: { jobId: string; list: ExampleList },
  request: PageRequest,
): Promise<Page<BacktestExample>> {
  await readBacktest(deps, context, jobId);
  const { items, ...page } = await deps.work.findings(context, jobId, list, request);
  return { ...page, items: items.map((item) => BacktestExample.parse(item)) };
}
