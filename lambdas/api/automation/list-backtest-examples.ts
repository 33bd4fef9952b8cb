import { ListBacktestExamples } from '../../../shared/contract/api/backtests.ts';
import { backtestExamples, type ReadDeps } from '../../../shared/core/automation/backtest/read-backtest.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listBacktestExamples = (deps: ReadDeps) =>
  route(ListBacktestExamples, ({ context, params, query: { list, ...request } }) =>
    backtestExamples(deps, context, { jobId: params.jobId, list }, request),
  );
