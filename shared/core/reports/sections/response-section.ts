import type { Report } from '../gather-report.ts';
import { both, countFigure, durationFigure, shareFigure, shareOf, type Voice } from '../key-figures.ts';
import { accountLabel } from '../platform-names.ts';
import { type Block, count, duration, type Section, share, textValue } from '../report-document.ts';
import { tableBlock } from './table-block.ts';

const MedianColor = '#1f5fbf';
const P90Color = '#d08a1d';
const SecondsPerHour = 3_600;

/** RP-01: how much was answered and how quickly, by member and by account. */
export function responseSection(report: Report, voice: Voice): Section {
  const { texts } = voice;
  return {
    title: texts.types.response_metrics,
    blocks: [
      { kind: 'figures', figures: figuresOf(report, voice) },
      ...(report.current.figures.interactions === 0 ? [{ kind: 'note', text: texts.nothing } as const] : []),
      ...timesBlock(report, voice),
      ...membersBlock(report, voice),
      ...accountsBlock(report, voice),
    ],
  };
}

function figuresOf({ current, previous }: Report, voice: Voice) {
  const { texts } = voice;
  const [now, before] = [current.figures, previous.figures];
  return [
    shareFigure(
      texts.answered,
      both(now, before, (of) => of.answeredShare),
      1,
      voice,
    ),
    countFigure(
      texts.answers,
      both(now, before, (of) => of.answered),
      0,
      voice,
    ),
    durationFigure(
      texts.medianResponse,
      both(now, before, (of) => of.medianResponseSeconds),
      voice,
    ),
    durationFigure(
      texts.p90Response,
      both(now, before, (of) => of.p90ResponseSeconds),
      voice,
    ),
  ];
}

function timesBlock({ trend }: Report, { texts }: Voice): Block[] {
  if (trend.every(({ medianResponseSeconds }) => medianResponseSeconds === null)) return [];
  const hours = (seconds: number | null) => (seconds === null ? null : seconds / SecondsPerHour);
  const days = trend.map(({ day }) => day);
  const series = [
    { name: texts.median, color: MedianColor, values: trend.map((of) => hours(of.medianResponseSeconds)) },
    { name: texts.p90, color: P90Color, values: trend.map((of) => hours(of.p90ResponseSeconds)) },
  ];
  return [{ kind: 'chart', heading: texts.responseByDay, chart: { style: 'lines', days, series } }];
}

function membersBlock({ members }: Report, { texts }: Voice): Block[] {
  const ownNames: Record<string, string> = { automation: texts.automation, platform: texts.onPlatform };
  return tableBlock(
    texts.members,
    [
      { label: texts.member, kind: 'text' },
      { label: texts.answers, kind: 'count' },
      { label: texts.median, kind: 'duration' },
      { label: texts.p90, kind: 'duration' },
    ],
    members.map(({ responder, name, answers, medianResponseSeconds, p90ResponseSeconds }) => [
      textValue(ownNames[responder] ?? name ?? texts.formerMember),
      count(answers),
      duration(medianResponseSeconds),
      duration(p90ResponseSeconds),
    ]),
  );
}

function accountsBlock({ accounts }: Report, { texts }: Voice): Block[] {
  return tableBlock(
    texts.accounts,
    [
      { label: texts.account, kind: 'text' },
      { label: texts.count, kind: 'count', isMinor: true },
      { label: texts.answered, kind: 'share' },
      { label: texts.median, kind: 'duration' },
      { label: texts.p90, kind: 'duration', isMinor: true },
    ],
    accounts.map((account) => [
      textValue(accountLabel(account)),
      count(account.interactions),
      share(shareOf(account.answered, account.interactions)),
      duration(account.medianResponseSeconds),
      duration(account.p90ResponseSeconds),
    ]),
  );
}
