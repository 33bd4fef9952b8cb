import { TestRules } from '../../../shared/contract/api/rules.ts';
import { type TestDeps, testRules as test } from '../../../shared/core/automation/test-rules.ts';
import { route } from '../../../shared/runtime/route.ts';

export const testRules = (deps: TestDeps) =>
  route(TestRules, ({ context, body, now }) => test(deps, context, body, now));
