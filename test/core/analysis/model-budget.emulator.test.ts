import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countChanges } from '../../../shared/core/activity/count-changes.ts';
import { carriedAnalysis, meteredAnalysis } from '../../../shared/core/analysis/metered-analysis.ts';
import { type ModelBudget, modelBudget } from '../../../shared/core/analysis/model-budget.ts';
import { microUsdOf, priceOf } from '../../../shared/core/analysis/model-prices.ts';
import { type ModelUsageStore, sumOfUsage, unusedMonth } from '../../../shared/core/analysis/model-usage.ts';
import { monthOfModel } from '../../../shared/core/analysis/month-of-model.ts';
import type { AnalysisModel, ModelAnswer } from '../../../shared/core/analysis/ports.ts';
import { meteredReplies } from '../../../shared/core/replies/metered-replies.ts';
import { modelUsageStore } from '../../../shared/infra/dynamo/model-usage-store.ts';
import { rollupStore } from '../../../shared/infra/dynamo/rollup-store.ts';
import { aChange, anObservedInteraction } from '../../support/changes.ts';
import { type FixedClock, fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { anOrganization } from '../../support/conversation-builders.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

const modelId = 'eu.anthropic.claude-haiku-4-5-20251001-v1:0';
const context = aContext();
/** Costs 1.65 dollars: a million tokens in at 1.10, 100,000 out at 5.50. */
const usage = { inputTokens: 1_000_000, outputTokens: 100_000 };

describe('the budget for the language model', () => {
  let started: StartedTable;
  let usages: ModelUsageStore;
  let clock: FixedClock;
  let organization = anOrganization();
  const organizations = { get: async () => organization };
  const aBudget = (): ModelBudget => modelBudget({ organizations, usages, clock, modelId });

  beforeAll(async () => {
    started = await startTable();
    usages = modelUsageStore(started.table);
  });
  afterAll(() => started.stop());
  // Each test has a month of its own.
  let month = 0;
  beforeEach(() => {
    month += 1;
    clock = fixedClock(`2026-${String(month).padStart(2, '0')}-15T12:00:00.000Z`);
    organization = anOrganization({ modelBudget: { monthlyUsd: 4 } });
  });
  const monthNow = () => clock.now().slice(0, 7);

  it('CM-14 counts tokens, calls and cost by purpose, however many count at once', async () => {
    const [one, other] = [aBudget(), aBudget()];
    await Promise.all([
      one.spend(context, 'analysis', usage),
      other.spend(context, 'analysis', usage),
      other.spend(context, 'reply', { inputTokens: 10, outputTokens: 2 }),
    ]);
    const counted = await usages.get(context, monthNow());
    expect(counted).toEqual({
      month: monthNow(),
      purposes: {
        ...unusedMonth('').purposes,
        analysis: { calls: 2, inputTokens: 2_000_000, outputTokens: 200_000, microUsd: 3_300_000 },
        reply: { calls: 1, inputTokens: 10, outputTokens: 2, microUsd: 22 },
      },
    });
  });

  it('CM-14 asks nothing beyond the budget, and again in the next month', async () => {
    const budget = aBudget();
    const asked: string[] = [];
    const answer: ModelAnswer = { kind: 'answer', input: {}, usage };
    const inner: AnalysisModel = {
      ask: async ([text]) => {
        asked.push(text?.text ?? '');
        return answer;
      },
    };
    const model = meteredAnalysis(inner, budget);
    const kinds: string[] = [];
    for (const text of ['a', 'b', 'c', 'd'])
      kinds.push((await model.ask([{ id: 'c1', text }], context)).kind);
    expect({ kinds, asked }).toEqual({
      kinds: ['answer', 'answer', 'answer', 'over_budget'],
      asked: ['a', 'b', 'c'],
    });
    const replies = meteredReplies({ write: async () => answer }, budget, 'suggestion');
    expect(await replies.write({} as never, context)).toEqual({ kind: 'over_budget' });
    clock.advance({ seconds: 17 * 86_400 });
    expect((await model.ask([{ id: 'c1', text: 'e' }], context)).kind).toBe('answer');
    month += 1;
  });

  it('CM-14 hears within a minute what others have spent, and of a higher budget', async () => {
    const [one, other] = [aBudget(), aBudget()];
    expect(await one.allows(context)).toBe(true);
    for (let call = 0; call < 3; call += 1) await other.spend(context, 'reply', usage);
    expect(await one.allows(context)).toBe(true);
    clock.advance({ seconds: 60 });
    expect(await one.allows(context)).toBe(false);
    organization = anOrganization({ modelBudget: { monthlyUsd: 100 } });
    clock.advance({ seconds: 60 });
    expect(await one.allows(context)).toBe(true);
  });

  it('CM-14 says once a month that 80 and 100 percent are reached', async () => {
    const budgets = [aBudget(), aBudget()];
    await Promise.all(budgets.map((budget) => budget.spend(context, 'reply', usage)));
    await Promise.all(budgets.map((budget) => budget.spend(context, 'reply', usage)));
    const notice = { month: monthNow(), monthlyUsd: 4, at: clock.now() };
    expect(await monthOfModel({ organizations, usages, modelId }, context, { now: clock.now() })).toEqual({
      ...(await usages.get(context, monthNow())),
      spentUsd: 6.6,
      monthlyUsd: 4,
      spentPercent: 165,
      isSpent: true,
      notices: [
        { ...notice, percent: 80 },
        { ...notice, percent: 100 },
      ],
      prices: { modelId, inputUsdPerMillion: 1.1, outputUsdPerMillion: 5.5, asOf: '2026-11-20' },
    });
  });

  it('CM-14 says it of a budget that was lowered, too', async () => {
    organization = anOrganization();
    await aBudget().spend(context, 'reply', usage);
    organization = anOrganization({ modelBudget: { monthlyUsd: 1 } });
    expect(await aBudget().allows(context)).toBe(false);
    expect((await usages.notices(context, monthNow())).map(({ percent }) => percent)).toEqual([80, 100]);
  });

  it('CM-14 lets intake store what a call took, which counts with the figures, unless a budget has to be kept', async () => {
    const answer: ModelAnswer = { kind: 'answer', input: {}, usage };
    const model = carriedAnalysis({ ask: async () => answer }, aBudget());
    const text = [{ id: 'c1', text: 'Lovely!' }];
    expect(await model.ask(text, context)).toEqual({ ...answer, uncounted: undefined });
    const counted = (await usages.get(context, monthNow())).purposes.analysis;

    organization = anOrganization();
    const carried = await carriedAnalysis({ ask: async () => answer }, aBudget()).ask(text, context);
    const modelUsage = { calls: 1, ...usage, microUsd: 1_650_000 };
    expect(carried).toEqual({ ...answer, uncounted: modelUsage });
    expect((await usages.get(context, monthNow())).purposes.analysis).toEqual(counted);

    const change = aChange({ after: anObservedInteraction({ modelUsage }) }, { at: clock.now() });
    await countChanges({ rollups: rollupStore(started.table) }, [change]);
    expect((await usages.get(context, monthNow())).purposes.analysis).toEqual(
      sumOfUsage(counted, modelUsage),
    );
  });

  it('CM-14 has no ceiling where none is set', async () => {
    organization = anOrganization();
    const budget = aBudget();
    for (let call = 0; call < 4; call += 1) await budget.spend(context, 'reply', usage);
    expect(await budget.allows(context)).toBe(true);
    expect(await usages.notices(context, monthNow())).toEqual([]);
  });
});

describe('the prices of models', () => {
  it.each([
    ['eu.anthropic.claude-haiku-4-5-20251001-v1:0', 1.1, 5.5],
    ['global.anthropic.claude-haiku-4-5-20251001-v1:0', 1, 5],
    ['anthropic.claude-3-haiku-20240307-v1:0', 0.25, 1.25],
    ['nobody.knows-it', 15, 75],
  ])('CM-14 prices %s', (id, input, output) => {
    expect(priceOf(id)).toEqual({ inputUsdPerMillion: input, outputUsdPerMillion: output });
  });

  it('CM-14 rounds up to a millionth of a dollar', () => {
    expect(microUsdOf(priceOf('global.claude-haiku-4-5'), { inputTokens: 1, outputTokens: 1 })).toBe(6);
  });
});
