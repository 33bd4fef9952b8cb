import { GetRule } from '../../../shared/contract/api/rules.ts';
import type { RuleStore } from '../../../shared/core/automation/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getRule = ({ rules }: { rules: RuleStore }) =>
  route(GetRule, async ({ context, params }) => {
    const rule = await rules.find(context, params.ruleId);
    if (!rule) throw notFound('The rule');
    return rule;
  });
