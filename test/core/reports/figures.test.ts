import { describe, expect, it } from 'vitest';
import { periodFigures } from '../../../shared/core/reports/figures.ts';

const noSentiments = {
  positive: 0,
  gratitude: 0,
  neutral: 0,
  question: 0,
  negative: 0,
  frustration: 0,
  unknown: 0,
};
const none = {
  interactions: 0,
  positive: 0,
  neutral: 0,
  negative: 0,
  unknown: 0,
  sentiments: noSentiments,
  answered: 0,
  answeredShare: null,
  waiting: 0,
  medianResponseSeconds: null,
  p90ResponseSeconds: null,
  clippings: 0,
};
const period = { from: '2026-11-19', to: '2026-11-20', timeZone: 'Europe/Berlin' };
const buckets = [
  {
    bucket: '2026-11-19T22:45',
    counts: { 'interaction|acc_a|facebook|gratitude|replied': 2, 'content|acc_a|con_1': 2, 'votes|x': 9 },
  },
  {
    bucket: '2026-11-19T23:00',
    counts: {
      'interaction|acc_a|facebook|frustration|manual': 1,
      'interaction|acc_b|instagram|question|new': 1,
      'interaction|acc_b|instagram|unknown|closed': 1,
      'interaction|acc_b|instagram|neutral|new': 0,
      'content|acc_a|con_1': 1,
      'content|acc_b|con_2': 4,
      'clipping|cam_1|automated': 1,
    },
  },
];

describe('the figures of a period', () => {
  it('CM-19 count each day in its own time zone and add up to the whole', () => {
    const { figures, days, content } = periodFigures(period, buckets);
    const daily = days.map(({ day, interactions, answeredShare, waiting, clippings }) => [
      day,
      interactions,
      answeredShare,
      waiting,
      clippings,
    ]);

    expect(figures).toEqual({
      ...none,
      interactions: 5,
      positive: 2,
      neutral: 1,
      negative: 1,
      unknown: 1,
      sentiments: { ...noSentiments, gratitude: 2, question: 1, frustration: 1, unknown: 1 },
      answered: 2,
      answeredShare: 0.4,
      waiting: 1,
      clippings: 1,
    });
    expect(daily).toEqual([
      ['2026-11-19', 2, 1, 0, 0],
      ['2026-11-20', 3, 0, 1, 1],
    ]);
    expect(content.map(({ contentId, interactions }) => [contentId, interactions])).toEqual([
      ['con_2', 4],
      ['con_1', 3],
    ]);
  });

  it('RP-01 cover only the chosen accounts', () => {
    const { figures, accounts, content } = periodFigures(period, buckets, { accountIds: ['acc_b'] });

    expect([figures.interactions, accounts.length, content.map(({ contentId }) => contentId)]).toEqual([
      2,
      1,
      ['con_2'],
    ]);
  });

  it('RP-02 say nothing about a share where nothing was said', () => {
    expect(periodFigures(period, []).figures).toEqual(none);
  });
});
