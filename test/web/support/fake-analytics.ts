import { GetOverview } from '../../../shared/contract/api/analytics.ts';
import { type FakeRoute, fake } from './fake-route.ts';

const volume = { interactions: 40, positive: 22, neutral: 10, negative: 6, unknown: 2, answered: 30 };
const answers = { ...volume, answeredShare: 0.75, medianResponseSeconds: 300, p90ResponseSeconds: 5_400 };
const figures = {
  ...answers,
  sentiments: {
    positive: 20,
    gratitude: 2,
    neutral: 4,
    question: 6,
    negative: 5,
    frustration: 1,
    unknown: 2,
  },
  waiting: 3,
  clippings: 1,
};

/** A week with forty comments, half as many before; one account has none. */
export function fakeAnalytics(): FakeRoute[] {
  return [
    fake(GetOverview, ({ query }) => {
      const period = { from: query.from, to: query.to, timeZone: 'Europe/Berlin' };
      const isQuiet = query.accountId === 'acc_roastery';
      const now = isQuiet ? { ...figures, interactions: 0 } : figures;
      return {
        current: { period, figures: now, days: [{ ...now, day: query.to }] },
        previous: { period, figures: { ...figures, interactions: 20 }, days: [] },
        accounts: [{ accountId: 'acc_1', name: 'Bean Bar', provider: 'facebook', ...answers }],
        providers: [{ provider: 'facebook', ...answers }],
        topContent: [
          {
            contentId: 'cnt_1',
            title: 'Our autumn blend is here',
            permalink: 'https://facebook.example/1',
            provider: 'facebook',
            ...volume,
          },
        ],
        topTopics: [{ topic: 'Opening hours', interactions: 9, positive: 5, neutral: 3, negative: 1 }],
      };
    }),
  ];
}
