import { Sentiments } from '../../analysis/analysis.ts';
import type { Report } from '../gather-report.ts';
import { both, shareFigure, shareOf, type Voice } from '../key-figures.ts';
import { type Block, count, type Section, share, textValue } from '../report-document.ts';
import { dailyBlock, sharesBlock } from './sentiment-blocks.ts';
import { tableBlock } from './table-block.ts';

const MostTopics = 15;

/** RP-01: the trend of the sentiment and the topics behind it. */
export function sentimentSection(report: Report, voice: Voice): Section {
  const { texts } = voice;
  const { figures } = report.current;
  // In a full report the overview has the chart and the shares already.
  const isAlone = report.reportType !== 'full';
  return {
    title: texts.types.sentiment,
    blocks: [
      { kind: 'figures', figures: figuresOf(report, voice) },
      ...(figures.interactions === 0 ? [{ kind: 'note', text: texts.nothing } as const] : []),
      ...(isAlone ? dailyBlock(report.trend, texts.dayByDay, voice) : []),
      ...(isAlone ? sharesBlock(figures, texts.polarities, voice) : []),
      ...sentimentsBlock(report, voice),
      ...topicsBlock(report, voice),
    ],
  };
}

function figuresOf({ current, previous }: Report, voice: Voice) {
  const { texts } = voice;
  const [now, before] = [current.figures, previous.figures];
  return [
    shareFigure(
      texts.positive,
      both(now, before, (of) => shareOf(of.positive, of.interactions)),
      1,
      voice,
    ),
    shareFigure(
      texts.negative,
      both(now, before, (of) => shareOf(of.negative, of.interactions)),
      -1,
      voice,
    ),
  ];
}

function sentimentsBlock({ current, previous }: Report, { texts }: Voice): Block[] {
  const rows = [...Sentiments, 'unknown' as const].filter(
    (name) => current.figures.sentiments[name] > 0 || previous.figures.sentiments[name] > 0,
  );
  return tableBlock(
    texts.finerSentiments,
    [
      { label: texts.types.sentiment, kind: 'text' },
      { label: texts.count, kind: 'count' },
      { label: texts.share, kind: 'share' },
      { label: texts.before, kind: 'count' },
    ],
    rows.map((name) => [
      textValue(texts.finer[name]),
      count(current.figures.sentiments[name]),
      share(shareOf(current.figures.sentiments[name], current.figures.interactions)),
      count(previous.figures.sentiments[name]),
    ]),
  );
}

function topicsBlock({ current }: Report, { texts }: Voice): Block[] {
  return tableBlock(
    texts.topics,
    [
      { label: texts.topic, kind: 'text' },
      { label: texts.count, kind: 'count' },
      { label: texts.positive, kind: 'count' },
      { label: texts.negative, kind: 'count' },
    ],
    current.topics
      .slice(0, MostTopics)
      .map(({ topic, interactions, positive, negative }) => [
        textValue(topic),
        count(interactions),
        count(positive),
        count(negative),
      ]),
  );
}
