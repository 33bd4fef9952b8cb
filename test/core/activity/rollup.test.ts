import { describe, expect, it } from 'vitest';
import { bucketOf, cellName, countsOfChange, parseCell } from '../../../shared/core/activity/rollup.ts';
import { aChange, anObservedInteraction, aPublishedReply } from '../../support/changes.ts';

const comment = anObservedInteraction();
const counted = (change: Parameters<typeof aChange>[0]) =>
  Object.fromEntries(countsOfChange(aChange(change)));

describe('the counts of a change', () => {
  it('CM-19 counts a new comment in the quarter of an hour in which it was written', () => {
    expect(counted({ after: comment })).toEqual({
      '2026-11-20T11:45': {
        'interaction|acc_page|facebook|positive|new': 1,
        'content|acc_page|con_1': 1,
      },
    });
  });

  it('CM-19 moves a comment from one cell to another when its status changes', () => {
    expect(counted({ before: comment, after: { ...comment, status: 'replied' } })).toEqual({
      '2026-11-20T11:45': {
        'interaction|acc_page|facebook|positive|new': -1,
        'interaction|acc_page|facebook|positive|replied': 1,
      },
    });
  });

  it('CM-19 counts a comment that was answered on the platform as answered, though it is closed', () => {
    const answered = { ...comment, status: 'closed', reply: aPublishedReply } as const;

    expect(counted({ after: answered })).toEqual({
      '2026-11-20T11:45': {
        'interaction|acc_page|facebook|positive|replied': 1,
        'content|acc_page|con_1': 1,
      },
    });
  });

  it('CM-19 takes a deleted or erased comment out again', () => {
    const gone = {
      '2026-11-20T11:45': {
        'interaction|acc_page|facebook|positive|new': -1,
        'content|acc_page|con_1': -1,
      },
    };

    expect(counted({ before: comment, after: { ...comment, status: 'deleted' } })).toEqual(gone);
    expect(counted({ before: comment })).toEqual(gone);
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
    const cell = { counts: 'clipping', campaignId: 'cam_1', detection: 'manual' } as const;

    expect(parseCell(cellName(cell))).toEqual(cell);
    expect(parseCell('votes|acc_page')).toBeUndefined();
  });
});
