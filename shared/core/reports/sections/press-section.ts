import { dayIn } from '../../kernel/zoned-time.ts';
import type { Report } from '../gather-report.ts';
import { both, countFigure, type Voice } from '../key-figures.ts';
import { type Block, dayValue, type Section, textValue } from '../report-document.ts';
import { tableBlock } from './table-block.ts';

const ClippingColor = '#7a5cc4';

/** The press coverage that was confirmed in the period. */
export function pressSection(report: Report, voice: Voice): Section {
  const { texts } = voice;
  const [now, before] = [report.current.figures, report.previous.figures];
  const clippings = countFigure(
    texts.coverage,
    both(now, before, (of) => of.clippings),
    1,
    voice,
  );
  return {
    title: texts.press,
    blocks: [
      { kind: 'figures', figures: [clippings] },
      ...daysBlock(report, voice),
      ...clippingsBlock(report, voice),
    ],
  };
}

function daysBlock({ trend }: Report, { texts }: Voice): Block[] {
  const values = trend.map(({ clippings }) => clippings);
  if (values.every((value) => value === 0)) return [];
  const series = [{ name: texts.clippings, color: ClippingColor, values }];
  const days = trend.map(({ day }) => day);
  return [{ kind: 'chart', heading: texts.clippingsByDay, chart: { style: 'stacked-bars', days, series } }];
}

function clippingsBlock({ clippings, current }: Report, { texts }: Voice): Block[] {
  const { timeZone } = current.period;
  return tableBlock(
    texts.clippings,
    [
      { label: texts.article, kind: 'text' },
      { label: texts.outlet, kind: 'text' },
      { label: texts.found, kind: 'day', isMinor: true },
    ],
    clippings.map(({ detectedAt, title, url, outlet }) => [
      textValue(title, url),
      textValue(outlet),
      dayValue(dayIn(timeZone, detectedAt)),
    ]),
  );
}
