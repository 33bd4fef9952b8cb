import { describe, expect, it } from 'vitest';
import { pathOf, readLiveEvent, staleAfter } from '../../../web/src/features/live/live-events.ts';
import { openEvents } from '../../../web/src/features/live/open-events.ts';
import type { Api } from '../../../web/src/lib/api.ts';
import { ApiError } from '../../../web/src/lib/api-error.ts';

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

describe('RT-02 when all streams are taken', () => {
  const full = new ApiError({ status: 503, code: 'unavailable', detail: 'All streams are taken.' });

  /** An API without a free stream, whose activity is answered in turn; it ends when nothing is left to say. */
  function withoutStreams(
    refusal: Error,
    ...polls: { items: (typeof event)[]; position: string; isTruncated: boolean }[]
  ) {
    const asked: unknown[] = [];
    const ended = new AbortController();
    const api = {
      request: async () => {
        throw refusal;
      },
      call: async (_operation: unknown, { query }: { query: unknown }) => {
        asked.push(query);
        const poll = polls.shift();
        if (polls.length === 0) ended.abort();
        return poll;
      },
    } as unknown as Api;
    const open = () => openEvents(api, 'last', ended.signal, async () => undefined);
    return { asked, open };
  }

  it('asks for the events instead, from the last one that it knows', async () => {
    const { asked, open } = withoutStreams(
      full,
      { items: [event], position: 'p1', isTruncated: false },
      { items: [], position: 'p2', isTruncated: true },
    );
    const text = await new Response(await open()).text();
    expect(text).toBe(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\nevent: reset\ndata: {}\n\n`);
    expect(asked).toEqual([{ since: 'last' }, { since: 'p1' }]);
  });

  it('leaves any other refusal to the reconnection', async () => {
    const { open } = withoutStreams(new ApiError({ status: 500, code: 'internal', detail: 'Broken.' }));
    await expect(open()).rejects.toMatchObject({ status: 500 });
  });
});
