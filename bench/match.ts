import { parseArgs } from 'node:util';
import { AhoCorasick as PeerAutomaton } from '@monyone/aho-corasick/fast';
import type { FeedWatch } from '../shared/core/coverage/feed-watch.ts';
import { keywordAutomaton } from '../shared/core/coverage/keyword-automaton.ts';
import { articleMatcher } from '../shared/core/coverage/match-articles.ts';
import { normaliseText } from '../shared/core/coverage/normalise-text.ts';
import { seededRandom, someItem, someKeywords, vocabulary } from './support/press-texts.ts';

/**
 * Matches the keywords of many trackers against many articles, beside a loop over keywords (on a sample, extrapolated)
 * and beside a package's automaton. All three must find the same.
 */
const { values } = parseArgs({
  options: {
    trackers: { type: 'string', default: '10000' },
    articles: { type: 'string', default: '50000' },
    sample: { type: 'string', default: '200' },
  },
});
const Now = '2026-11-20T12:00:00.000Z';
const KeywordsPerTracker = 5;
const random = seededRandom(5);
const words = vocabulary(20_000, random);
const keywords = someKeywords(Number(values.trackers) * KeywordsPerTracker, words, random);
const items = Array.from({ length: Number(values.articles) }, (_, number) =>
  someItem(number, words, keywords, random),
);
const texts = items.map(({ title, content }) => normaliseText(`${title} ${content}`));
const forms = [...new Set(keywords.map(normaliseText))];

/** Also the processor's time, which other work on the machine does not lengthen as much. */
function timed<T>(work: () => T): { result: T; milliseconds: number; cpuMilliseconds: number } {
  const startedAt = performance.now();
  const cpuBefore = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(cpuBefore);
  return {
    result,
    milliseconds: Math.round(performance.now() - startedAt),
    cpuMilliseconds: Math.round((user + system) / 1_000),
  };
}

/** Which keywords each text holds, as one string that can be compared. */
const fingerprint = (perText: readonly Iterable<string>[]) =>
  perText.map((found) => [...new Set(found)].sort().join('|')).join('\n');

const own = timed(() => {
  const search = keywordAutomaton(forms);
  return texts.map((text) => search(text));
});
const watches = Array.from({ length: Number(values.trackers) }, (_, number): FeedWatch => {
  const campaignKeywords = keywords.slice(number * KeywordsPerTracker, (number + 1) * KeywordsPerTracker);
  const id = String(number);
  return {
    organizationId: 'org_bench',
    campaignId: `cmp_${id}`,
    trackerId: `trk_${id}`,
    channelId: `chn_${id}`,
    feedId: 'feed_bench',
    feedUrl: 'https://paper-1.example/feed',
    sourceType: 'rss_feed',
    sourceIdentity: 'host:paper-1.example',
    sourceName: 'Paper',
    publicationId: null,
    campaignKeywords,
    publicationKeywords: [],
    keywordModes: {},
    minMatchScore: 70,
    checkFrequency: 'daily',
    watchedUntil: '2027-01-01T00:00:00.000Z',
  };
});
/** With everything that a crawl does besides: markup, normal form, scores and findings. */
const whole = timed(() =>
  articleMatcher(watches)('feed_bench', { title: 'Paper', link: 'https://paper-1.example/', items }, Now),
);

const peer = timed(() => {
  const automaton = new PeerAutomaton(forms);
  return texts.map((text) => automaton.matchInText(text));
});
const sample = texts.slice(0, Number(values.sample));
const loop = timed(() => sample.map((text) => forms.filter((form) => text.includes(form))));
const loopMilliseconds = Math.round((loop.milliseconds / sample.length) * texts.length);

const ownWords = own.result.map((found) => found.map(({ pattern }) => forms[pattern] ?? ''));
const peerWords = peer.result.map((found) => found.map(({ keyword }) => keyword));
const isSameAsPeer = fingerprint(ownWords) === fingerprint(peerWords);
const isSameAsLoop = fingerprint(ownWords.slice(0, sample.length)) === fingerprint(loop.result);

const hits = ownWords.reduce((total, found) => total + found.length, 0);
console.log(`${forms.length} keywords, ${texts.length} articles, ${hits} hits`);
console.log(`own automaton      ${own.milliseconds} ms, of the processor ${own.cpuMilliseconds} ms`);
console.log(`@monyone (fast)     ${peer.milliseconds} ms, the same hits: ${isSameAsPeer}`);
console.log(
  `loop               ${loopMilliseconds} ms, from ${sample.length} articles, the same hits: ${isSameAsLoop}`,
);
console.log(
  `whole matcher      ${whole.milliseconds} ms, of the processor ${whole.cpuMilliseconds} ms, ${whole.result.length} findings`,
);
if (!isSameAsPeer || !isSameAsLoop) process.exitCode = 1;
console.log(
  JSON.stringify({
    name: 'match',
    unit: 'ms',
    ours: own.milliseconds,
    oursCpu: own.cpuMilliseconds,
    peer: peer.milliseconds,
    ratio: Math.round((peer.milliseconds / own.milliseconds) * 100) / 100,
    loop: loopMilliseconds,
    loopRatio: Math.round(loopMilliseconds / own.milliseconds),
    wholeMatcher: whole.milliseconds,
    wholeMatcherCpu: whole.cpuMilliseconds,
    hits,
    isSame: isSameAsPeer && isSameAsLoop,
  }),
);
