import { dayIn } from '../../kernel/zoned-time.ts';
import type { PeriodFigures } from '../figures.ts';
import type { Report } from '../gather-report.ts';
import { countFigure, shareOf, type Voice } from '../key-figures.ts';
import { postLabel } from '../platform-names.ts';
import { type Block, count, dayValue, type Section, share, textValue } from '../report-document.ts';
import { tableBlock } from './table-block.ts';

/** RP-01: what was said below each post. */
export function contentSection(report: Report, voice: Voice): Section {
  const { texts } = voice;
  const { current, previous } = report;
  const most = ({ content }: PeriodFigures) => content[0]?.interactions ?? 0;
  return {
    title: texts.types.content,
    blocks: [
      {
        kind: 'figures',
        figures: [
          countFigure(texts.posts, [current.content.length, previous.content.length], 0, voice),
          countFigure(texts.mostOnPost, [most(current), most(previous)], 0, voice),
        ],
      },
      ...(current.figures.interactions === 0 ? [{ kind: 'note', text: texts.nothing } as const] : []),
      ...postsBlock(report, voice),
    ],
  };
}

function postsBlock({ content, current }: Report, { texts }: Voice): Block[] {
  const { timeZone } = current.period;
  return tableBlock(
    texts.contentByPost,
    [
      { label: texts.post, kind: 'text' },
      { label: texts.posted, kind: 'day', isMinor: true },
      { label: texts.count, kind: 'count' },
      { label: texts.positive, kind: 'count', isMinor: true },
      { label: texts.negative, kind: 'count', isMinor: true },
      { label: texts.answered, kind: 'share' },
    ],
    content.map((post) => [
      textValue(postLabel(post, texts.untitled), post.permalink),
      dayValue(post.postedAt === null ? null : dayIn(timeZone, post.postedAt)),
      count(post.interactions),
      count(post.positive),
      count(post.negative),
      share(shareOf(post.answered, post.interactions)),
    ]),
  );
}
