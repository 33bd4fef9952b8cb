import { describe, expect, it } from 'vitest';
import { periodFigures } from '../../../shared/core/reports/figures.ts';

const none = {
  interactions: 0,
  positive: 0,
  neutral: 0,
  negative: 0,
  unknown: 0,
  answered: 0,
  answeredShare: null,
  waiting: 0,
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
    expect(periodFigures(period, buckets)).toEqual({
      period,
      figures: {
        interactions: 5,
        positive: 2,
        neutral: 1,
        negative: 1,
        unknown: 1,
        answered: 2,
        answeredShare: 0.4,
        waiting: 1,
        clippings: 1,
      },
      days: [
        { day: '2026-11-19', ...none, interactions: 2, positive: 2, answered: 2, answeredShare: 1 },
        {
          day: '2026-11-20',
          ...none,
          interactions: 3,
          neutral: 1,
          negative: 1,
          unknown: 1,
          answeredShare: 0,
          waiting: 1,
          clippings: 1,
        },
      ],
      accounts: [
        { accountId: 'acc_a', provider: 'facebook', interactions: 3, answered: 2 },
        { accountId: 'acc_b', provider: 'instagram', interactions: 2, answered: 0 },
      ],
      topContent: [
        { contentId: 'con_2', interactions: 4 },
        { contentId: 'con_1', interactions: 3 },
      ],
    });
  });

  it('RP-01 cover only the chosen accounts', () => {
    const { figures, accounts, topContent } = periodFigures(period, buckets, ['acc_b']);

    expect([figures.interactions, accounts.length, topContent]).toEqual([
      2,
      1,
      [{ contentId: 'con_2', interactions: 4 }],
    ]);
  });

  it('RP-02 say nothing about a share where nothing was said', () => {
    expect(periodFigures(period, []).figures).toEqual(none);
  });
});
