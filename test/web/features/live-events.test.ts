import { describe, expect, it } from 'vitest';
import { pathOf, readLiveEvent, staleAfter } from '../../../web/src/features/live/live-events.ts';

const event = {
  type: 'reply.posted',
  id: '2026-11-20T12:00:00.000Z_1',
  at: '2026-11-20T12:00:00.000Z',
  data: { interactionId: 'int_1', accountId: 'acc_1', status: 'replied' },
};

describe('RT-01 a live event', () => {
  it('is read from the message that carries it', () => {
    expect(readLiveEvent({ id: event.id, data: JSON.stringify(event) })).toEqual(event);
  });

  it.each(['not json', '{}', '"text"'])('is nothing when the message holds %s', (data) => {
    expect(readLiveEvent({ id: '1', data })).toBeUndefined();
  });

  it('makes the lists stale that show it', () => {
    expect(staleAfter('suggestion.created')).toEqual(['suggestions', 'trackers', 'campaigns']);
    expect(staleAfter('unheard.of')).toEqual([]);
  });

  it('leads to what it is about', () => {
    expect(pathOf(event)).toBe('/inbox/int_1');
    expect(pathOf({ ...event, type: 'clipping.created', data: {} })).toBe('/press/clippings');
  });
});
