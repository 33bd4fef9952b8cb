import { describe, expect, it } from 'vitest';
import { followLiveStream, type LiveStatus, retryDelay } from '../../../web/src/lib/live-stream.ts';

/** Text arrives at once, a list in the given pieces. */
type Opening = string | Uint8Array[] | Error;

const bytes = (text: string) => new TextEncoder().encode(text);

/** Follows a stream whose openings are given in turn, and ends after the last of them. */
async function follow(...openings: Opening[]) {
  const ended = new AbortController();
  const heard: { id: string; data: string }[] = [];
  const statuses: LiveStatus[] = [];
  const resumedAfter: (string | undefined)[] = [];
  const waits: number[] = [];
  let gaps = 0;
  await followLiveStream({
    signal: ended.signal,
    random: () => 1,
    onGap: () => {
      gaps += 1;
    },
    onStatus: (status) => statuses.push(status),
    onEvent: ({ id, data }) => heard.push({ id, data }),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      if (openings.length === 0) ended.abort();
    },
    open: async (lastEventId) => {
      resumedAfter.push(lastEventId);
      const opening = openings.shift() ?? '';
      if (opening instanceof Error) throw opening;
      return ReadableStream.from(typeof opening === 'string' ? [bytes(opening)] : opening);
    },
  });
  return { heard, statuses, resumedAfter, waits, gaps };
}

const event = (id: string) => `id: ${id}\ndata: ${id}\n\n`;
const lost = new Error('lost');

describe('the live stream', () => {
  it('RT-01 resumes after the last event and drops what is repeated', async () => {
    const { heard, resumedAfter, gaps } = await follow(event('1') + event('2'), event('2') + event('3'));
    expect(heard.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(resumedAfter).toEqual([undefined, '2']);
    expect(gaps).toBe(0);
  });

  it('RT-01 waits as long as the server says before it comes back', async () => {
    const { waits } = await follow(`retry: 2000\n\n${event('1')}`, event('2'));
    expect(waits).toEqual([2_000, 2_000]);
  });

  it('reads anew when it was lost before there was an event to resume from', async () => {
    const { gaps } = await follow(': connected\n\n', event('1'));
    expect(gaps).toBe(1);
  });

  it('reads anew when the server says that the client was away for too long', async () => {
    const { gaps, heard } = await follow(`event: reset\ndata: {}\n\n${event('9')}`);
    expect(gaps).toBe(1);
    expect(heard).toEqual([{ id: '9', data: '9' }]);
  });

  it('waits longer after each failure and says that it is offline', async () => {
    const { waits, statuses } = await follow(lost, lost, event('1'));
    expect(waits).toEqual([2_000, 4_000, 0]);
    expect(statuses).toEqual(['connecting', 'offline', 'connecting', 'offline', 'connecting', 'live']);
  });

  it('keeps an event whole that is cut in the middle of a letter', async () => {
    const whole = bytes('id: 1\ndata: {"name":"Inês"}\n\n');
    const { heard } = await follow([whole.subarray(0, 24), whole.subarray(24)]);
    expect(heard).toEqual([{ id: '1', data: '{"name":"Inês"}' }]);
  });

  it('never waits longer than half a minute', () => {
    expect(retryDelay(20, () => 1)).toBe(30_000);
    expect(retryDelay(20, () => 0)).toBe(15_000);
  });
});
