import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/core/coverage/article.ts';
import type { Finding } from '../../../shared/core/coverage/match-articles.ts';
import { type LinkResolver, withResolvedLinks } from '../../../shared/core/coverage/resolve-links.ts';

const Google = 'https://news.google.com/rss/articles/CBMi';
const aFinding = (overrides: Partial<Article> = {}) =>
  ({
    article: {
      url: `${Google}1`,
      normalizedUrl: null,
      aggregatorId: 'CBMi1',
      publisherDomain: 'herald.example',
      ...overrides,
    },
  }) as Finding;

function resolver(leads: Record<string, Awaited<ReturnType<LinkResolver['follow']>>>) {
  const known = new Map<string, string | null>();
  const followed: string[] = [];
  const linkResolver: LinkResolver = {
    known: async (url) => known.get(url),
    follow: async (url) => {
      followed.push(url);
      return leads[url] ?? { kind: 'nowhere' };
    },
    remember: async (url, target) => void known.set(url, target),
  };
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => void pauses.push(milliseconds);
  return { linkResolver, followed, pauses, pause, now: () => '2026-11-20T12:00:00.000Z' };
}

describe('links of an aggregator', () => {
  it('PM-08 give an article the address to which they lead, and are followed once', async () => {
    const target = 'https://www.herald.example/bean-bar?utm_source=google';
    const deps = resolver({ [`${Google}1`]: { kind: 'led', target } });
    const findings = [aFinding(), aFinding()];
    const first = await withResolvedLinks(deps, findings);
    await withResolvedLinks(deps, findings);

    expect(first.map(({ article }) => article)).toMatchObject([
      { url: target, normalizedUrl: 'herald.example/bean-bar', aggregatorId: 'CBMi1' },
      { url: target },
    ]);
    expect({ followed: deps.followed, pauses: deps.pauses }).toEqual({
      followed: [`${Google}1`],
      pauses: [1_000],
    });
  });

  it.each([
    ['lead to another publisher', { kind: 'led' as const, target: 'https://portal.example/bean-bar' }],
    ['lead nowhere', { kind: 'nowhere' as const }],
  ])('PM-08 leave an article as it is where they %s', async (_where, lead) => {
    const findings = [aFinding()];
    expect(await withResolvedLinks(resolver({ [`${Google}1`]: lead }), findings)).toEqual(findings);
  });

  it('PM-08 are asked for no more once the aggregator refuses, and again another time', async () => {
    const deps = resolver({ [`${Google}1`]: { kind: 'refused' } });
    const findings = [aFinding(), aFinding({ url: `${Google}2` })];
    await withResolvedLinks(deps, findings);
    await withResolvedLinks(deps, findings);
    expect(deps.followed).toEqual([`${Google}1`, `${Google}1`]);
  });

  it('PM-08 are not followed unless that is switched on', async () => {
    const findings = [aFinding()];
    expect(await withResolvedLinks({ ...resolver({}), linkResolver: null }, findings)).toEqual(findings);
  });
});
