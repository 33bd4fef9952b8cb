import { describe, expect, it } from 'vitest';
import { countSet, queryOf, readFilters, withFilters } from '../../../web/src/features/inbox/filters.ts';

describe('CM-15 the filters of the inbox', () => {
  const everything = new URLSearchParams(
    'status=manual&provider=facebook&sentiment=question&unread=1&q=cake',
  );

  it('live in the address', () => {
    expect(withFilters(everything, {}).toString()).toBe(everything.toString());
    expect(withFilters(everything, { tab: 'all', provider: undefined, text: '' }).toString()).toBe(
      'sentiment=question&unread=1',
    );
  });

  it('ask the API for what they say', () => {
    expect(queryOf(readFilters(everything))).toEqual({
      status: 'manual',
      provider: 'facebook',
      sentiment: 'question',
      read: 'false',
      q: 'cake',
    });
    expect(queryOf(readFilters(new URLSearchParams()))).toEqual({});
  });

  it('ignore what nobody offers', () => {
    expect(readFilters(new URLSearchParams('status=gone&provider=orkut'))).toEqual({
      tab: 'all',
      provider: undefined,
      sentiment: undefined,
      unread: false,
      text: '',
    });
  });

  it('count what is set beside tab and search', () => {
    expect(countSet(readFilters(everything))).toBe(3);
  });
});
