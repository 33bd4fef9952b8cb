import { ListRuleFigures } from '../../../shared/contract/api/rules.ts';
import { ruleStatistics, type StatisticsDeps } from '../../../shared/core/automation/rule-figures.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listRuleFigures = (deps: StatisticsDeps) =>
  route(ListRuleFigures, async ({ context, now }) => ({ items: await ruleStatistics(deps, context, now) }));
