import { GetBacktest } from '../../../shared/contract/api/backtests.ts';
import { type ReadDeps, readBacktest } from '../../../shared/core/automation/backtest/read-backtest.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getBacktest = (deps: ReadDeps) =>
  route(GetBacktest, ({ context, params }) => readBacktest(deps, context, params.jobId));
