import { StartBacktest } from '../../../shared/contract/api/backtests.ts';
import { type StartDeps, startBacktest as start } from '../../../shared/core/automation/backtest/backtest.ts';
import { route } from '../../../shared/runtime/route.ts';

export const startBacktest = (deps: StartDeps) =>
  route(StartBacktest, ({ context, body, now }) => start(deps, context, body, now));
