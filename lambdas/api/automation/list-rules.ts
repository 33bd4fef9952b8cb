import { ListRules } from '../../../shared/contract/api/rules.ts';
import type { RuleStore } from '../../../shared/core/automation/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listRules = ({ rules }: { rules: RuleStore }) =>
  route(ListRules, async ({ context }) => ({ items: await rules.list(context) }));
