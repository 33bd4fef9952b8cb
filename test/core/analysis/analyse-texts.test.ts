import { describe, expect, it } from 'vitest';
import { analyseTexts } from '../../../shared/core/analysis/analyse-texts.ts';
import type { ModelAnswer, TextToAnalyse } from '../../../shared/core/analysis/ports.ts';
import { aContext } from '../../support/contexts.ts';
import { findings } from '../../support/conversation-builders.ts';

type Ask = (texts: readonly TextToAnalyse[]) => ModelAnswer;

const answer = (comments: unknown): ModelAnswer => ({ kind: 'answer', input: { comments } });
const answerAll: Ask = (texts) =>
  answer(texts.map(({ id, text }) => ({ id, ...findings({ topics: [text] }) })));
const analysed = (text: string) => ({ kind: 'analysed', findings: findings({ topics: [text] }) });

/** Runs the analysis with a model, and tells which texts each call held. */
async function run(ask: Ask, texts: string[], remainingMilliseconds = () => 60_000) {
  const calls: string[][] = [];
  const model = {
    ask: async (asked: readonly TextToAnalyse[]) => {
      calls.push(asked.map(({ text }) => text));
      return ask(asked);
    },
  };
  return { outcomes: await analyseTexts({ model, remainingMilliseconds }, aContext(), texts), calls };
}

describe('the analysis of texts', () => {
  it('CM-14 analyses many texts in one call, keyed by opaque ids', async () => {
    const { outcomes, calls } = await run(answerAll, ['a', 'b', 'c']);
    expect(outcomes).toEqual(['a', 'b', 'c'].map(analysed));
    expect(calls).toEqual([['a', 'b', 'c']]);
  });

  it('CM-14 keeps the order of the texts whatever order the answer has', async () => {
    const reversed: Ask = (texts) => answerAll(texts.toReversed());
    expect((await run(reversed, ['a', 'b'])).outcomes).toEqual(['a', 'b'].map(analysed));
  });

  it.each<[string, Ask]>([
    ['a missing id', (texts) => answerAll(texts.length > 1 ? texts.slice(1) : texts)],
    ['an extra id', (texts) => answerAll(texts.length > 1 ? [...texts, { id: 'c9', text: 'x' }] : texts)],
    [
      'a doubled id',
      (texts) => answerAll(texts.length > 1 ? [...texts.slice(1), ...texts.slice(1, 2)] : texts),
    ],
    [
      'findings out of shape',
      (texts) => (texts.length > 1 ? answer([{ id: 'c1', sentiment: 'angry' }]) : answerAll(texts)),
    ],
  ])('CM-14 trusts nothing of an answer with %s: splits it once, then asks singly', async (_what, ask) => {
    const { outcomes, calls } = await run(ask, ['a', 'b', 'c', 'd']);
    expect(outcomes).toEqual(['a', 'b', 'c', 'd'].map(analysed));
    expect(calls).toEqual([['a', 'b', 'c', 'd'], ['a', 'b'], ['c', 'd'], ['a'], ['b'], ['c'], ['d']]);
  });

  it('CM-14 gives up only the text that never fits', async () => {
    const hostile: Ask = (texts) =>
      texts.some(({ text }) => text === 'b') ? answer('not a list') : answerAll(texts);
    const { outcomes } = await run(hostile, ['a', 'b', 'c']);
    expect(outcomes).toEqual([analysed('a'), { kind: 'invalid' }, analysed('c')]);
  });

  it('CM-14 asks again later when the model has no capacity', async () => {
    expect((await run(() => ({ kind: 'throttled' }), ['a', 'b'])).outcomes).toEqual([
      { kind: 'later' },
      { kind: 'later' },
    ]);
  });

  it('CM-14 begins no call when less than ten seconds remain', async () => {
    const { outcomes, calls } = await run(answerAll, ['a'], () => 9_999);
    expect([outcomes, calls]).toEqual([[{ kind: 'later' }], []]);
  });

  it('CM-14 asks nothing for nothing', async () => {
    expect(await run(answerAll, [])).toEqual({ outcomes: [], calls: [] });
  });
});
