import { describe, expect, it } from 'vitest';
import { bucketOf, countsOfChange } from '../../../shared/core/activity/rollup.ts';
import { type Cell, cellName, parseCell } from '../../../shared/core/activity/rollup-cell.ts';
import { aChange, anObservedInteraction, aPublishedReply } from '../../support/changes.ts';

const comment = anObservedInteraction();
const counted = (change: Parameters<typeof aChange>[0]) =>
  Object.fromEntries(countsOfChange(aChange(change)));

describe('the counts of a change', () => {
  it('CM-19 counts a new comment in the quarter of an hour in which it was written', () => {
    expect(counted({ after: comment })).toEqual({
      '2026-11-20T11:45': {
        'interaction|acc_page|facebook|positive|new': 1,
        'content|acc_page|con_1|positive|new': 1,
      },
    });
  });

  it('CM-14 counts what the model took once, in the quarter of an hour in which it was stored', () => {
    const modelUsage = { calls: 1, inputTokens: 700, outputTokens: 60, microUsd: 1_100 };
    const asked = { ...comment, modelUsage };
    const taken = {
      'model|calls': 1,
      'model|inputTokens': 700,
      'model|outputTokens': 60,
      'model|microUsd': 1_100,
    };
    const at = { before: comment, after: { ...asked, revision: 2 } };

    expect(counted({ after: asked })).toMatchObject({ '2026-11-20T12:00': taken });
    expect(counted({ before: asked, after: { ...asked, isRead: true } })).toEqual({});
    expect(counted(at)).toEqual({ '2026-11-20T12:00': taken });
  });

  it('CM-19 moves a comment from one cell to another when its status changes', () => {
    expect(counted({ before: comment, after: { ...comment, status: 'replied' } })).toEqual({
      '2026-11-20T11:45': {
        'interaction|acc_page|facebook|positive|new': -1,
        'interaction|acc_page|facebook|positive|replied': 1,
        'content|acc_page|con_1|positive|new': -1,
        'content|acc_page|con_1|positive|replied': 1,
      },
    });
  });

  it('CM-19 counts a comment that was answered on the platform as answered, though it is closed', () => {
    const answered = { ...comment, status: 'closed', reply: aPublishedReply } as const;

    expect(counted({ after: answered })).toEqual({
      '2026-11-20T11:45': {
        'interaction|acc_page|facebook|positive|replied': 1,
        'content|acc_page|con_1|positive|replied': 1,
        // 600 seconds after the comment.
        'response|acc_page|automation|68': 1,
      },
    });
  });

  it('CM-19 takes a deleted or erased comment out again', () => {
    const gone = {
      '2026-11-20T11:45': {
        'interaction|acc_page|facebook|positive|new': -1,
        'content|acc_page|con_1|positive|new': -1,
      },
    };

    expect(counted({ before: comment, after: { ...comment, status: 'deleted' } })).toEqual(gone);
    expect(counted({ before: comment })).toEqual(gone);
  });

  it('CM-19 counts each topic of a comment once, however it is written', () => {
    const analysis = { sentiment: 'question', topics: ['Oat  milk', 'oat milk ', 'Prices', ''] } as const;
    const counts = counted({
      after: { ...comment, contentId: null, analysis: { ...analysis, topics: [...analysis.topics] } },
    });

    expect(counts['2026-11-20T11:45']).toEqual({
      'interaction|acc_page|facebook|question|new': 1,
      'topic|acc_page|question|oat milk': 1,
      'topic|acc_page|question|prices': 1,
    });
  });

  it('CM-13 never counts own comments', () => {
    expect(counted({ after: { ...comment, isFromOwner: true } })).toEqual({});
  });

  it('changes no bucket when nothing that is counted changes', () => {
    expect(counted({ before: comment, after: { ...comment, isRead: true } })).toEqual({});
  });

  it('begins a bucket at each quarter of an hour, so that the days of any time zone add up', () => {
    expect(
      ['12:00:00.000', '12:14:59.999', '12:15:00.000'].map((time) => bucketOf(`2026-11-20T${time}Z`)),
    ).toEqual(['2026-11-20T12:00', '2026-11-20T12:00', '2026-11-20T12:15']);
  });

  it('reads a cell back from its name, and leaves names of a later version alone', () => {
    const cells: Cell[] = [
      { counts: 'clipping', campaignId: 'cam_1', detection: 'manual' },
      { counts: 'response', accountId: 'acc_page', responder: 'mem_ana', step: 12 },
      { counts: 'topic', accountId: 'acc_page', sentiment: 'question', topic: 'milk | oat' },
    ];

    expect(cells.map((cell) => parseCell(cellName(cell)))).toEqual(cells);
    expect(parseCell('votes|acc_page')).toBeUndefined();
  });
});
