import type { Report } from '../gather-report.ts';
import { both, countFigure, shareFigure, shareOf, type Voice } from '../key-figures.ts';
import { accountLabel, postLabel } from '../platform-names.ts';
import { type Block, count, type Section, share, textValue } from '../report-document.ts';
import { filled } from '../report-texts.ts';
import { dailyBlock, sharesBlock } from './sentiment-blocks.ts';
import { tableBlock } from './table-block.ts';

const TopLength = 5;

/** RP-01: volume, sentiment and top content; a `full` report has the lists in sections of their own. */
export function overviewSection(report: Report, voice: Voice): Section {
  const { texts } = voice;
  const { figures } = report.current;
  const isShortPeriod = report.trend.length > report.current.days.length;
  const lists =
    report.reportType === 'full' ? [] : [...accountsBlock(report, voice), ...topBlock(report, voice)];
  return {
    title: texts.types.overview,
    blocks: [
      { kind: 'figures', figures: figuresOf(report, voice) },
      ...(figures.interactions === 0 ? [{ kind: 'note', text: texts.nothing } as const] : []),
      ...dailyBlock(report.trend, isShortPeriod ? texts.lastSevenDays : texts.dayByDay, voice),
      ...sharesBlock(figures, texts.sentiment, voice),
      ...waitingBlock(figures.waiting, voice),
      ...lists,
    ],
  };
}

function figuresOf({ current, previous }: Report, voice: Voice) {
  const { texts } = voice;
  const [now, before] = [current.figures, previous.figures];
  return [
    countFigure(
      texts.interactions,
      both(now, before, (of) => of.interactions),
      0,
      voice,
    ),
    shareFigure(
      texts.answered,
      both(now, before, (of) => of.answeredShare),
      1,
      voice,
    ),
    shareFigure(
      texts.negative,
      both(now, before, (of) => shareOf(of.negative, of.interactions)),
      -1,
      voice,
    ),
    countFigure(
      texts.coverage,
      both(now, before, (of) => of.clippings),
      1,
      voice,
    ),
  ];
}

function waitingBlock(waiting: number, { texts, format }: Voice): Block[] {
  if (waiting === 0) return [];
  const text = waiting === 1 ? texts.waitingOne : filled(texts.waitingMany, { count: format.count(waiting) });
  return [{ kind: 'note', text, link: { label: texts.openWaiting, to: 'waiting' } }];
}

function accountsBlock({ accounts }: Report, { texts }: Voice): Block[] {
  return tableBlock(
    texts.accounts,
    [
      { label: texts.account, kind: 'text' },
      { label: texts.interactions, kind: 'count' },
      { label: texts.answered, kind: 'share' },
    ],
    accounts.map((account) => [
      textValue(accountLabel(account)),
      count(account.interactions),
      share(shareOf(account.answered, account.interactions)),
    ]),
  );
}

function topBlock({ content }: Report, { texts }: Voice): Block[] {
  return tableBlock(
    texts.topContent,
    [
      { label: texts.post, kind: 'text' },
      { label: texts.count, kind: 'count' },
    ],
    content
      .slice(0, TopLength)
      .map((post) => [textValue(postLabel(post, texts.untitled), post.permalink), count(post.interactions)]),
  );
}
