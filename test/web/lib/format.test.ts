import { describe, expect, it } from 'vitest';
import {
  formatDuration,
  formatShare,
  hostOf,
  languageName,
  relativeTime,
} from '../../../web/src/lib/format.ts';

const Noon = Date.parse('2026-11-20T12:00:00.000Z');

describe('a time', () => {
  it.each([
    ['2026-11-20T11:59:40.000Z', 'en', 'now'],
    ['2026-11-20T11:55:00.000Z', 'en', '5 min. ago'],
    ['2026-11-20T12:00:27.400Z', 'en', 'in 28 sec.'],
    ['2026-11-20T12:02:00.000Z', 'en', 'in 2 min.'],
    ['2026-11-20T09:00:00.000Z', 'de', 'vor 3 Std.'],
    ['2026-11-18T12:00:00.000Z', 'pt', 'anteontem'],
    ['2026-11-02T12:00:00.000Z', 'en', 'Nov 2'],
    ['2025-11-02T12:00:00.000Z', 'en', 'Nov 2, 2025'],
  ])('%s in %s is "%s"', (at, language, expected) => {
    expect(relativeTime(at, Noon, language)).toBe(expected);
  });
});

describe('a language', () => {
  it('is named in the language of the reader', () => {
    expect(languageName('pt', 'de')).toBe('Portugiesisch');
  });

  it('shows its code where it has no name', () => {
    expect(languageName('und', 'en')).toBe('und');
    expect(languageName('no such', 'en')).toBe('no such');
  });
});

describe('an address', () => {
  it('is known by its host', () => {
    expect(hostOf('https://www.daily-herald.example/a?b')).toBe('daily-herald.example');
    expect(hostOf('print edition')).toBe('print edition');
  });
});

describe('a duration', () => {
  it.each([
    [0, 'en', '0 sec'],
    [59, 'en', '59 sec'],
    [5_400, 'en', '1.5 hr'],
    [300, 'de', '5 Min.'],
    [172_800, 'pt', '2 dias'],
  ])('of %s seconds in %s is "%s"', (seconds, language, expected) => {
    expect(formatDuration(seconds, language)).toBe(expected);
  });

  it('stands beside shares as percentages', () => {
    expect(formatShare(0.754, 'en')).toBe('75%');
  });
});
