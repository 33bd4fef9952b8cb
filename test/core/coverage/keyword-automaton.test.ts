import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keywordAutomaton, type Occurrence } from '../../../shared/core/coverage/keyword-automaton.ts';

function searchedOneByOne(patterns: readonly string[], text: string): Occurrence[] {
  return patterns.flatMap((pattern, number) => {
    const found: Occurrence[] = [];
    for (
      let start = pattern === '' ? -1 : text.indexOf(pattern);
      start !== -1;
      start = text.indexOf(pattern, start + 1)
    ) {
      found.push({ pattern: number, start, end: start + pattern.length });
    }
    return found;
  });
}

const inOrder = (occurrences: readonly Occurrence[]) =>
  occurrences.toSorted((one, other) => one.pattern - other.pattern || one.start - other.start);

describe('keywordAutomaton', () => {
  it('PM-07 finds keywords inside, across and at the end of one another', () => {
    expect(inOrder(keywordAutomaton(['he', 'she', 'hers', 'his'])('ushers'))).toEqual([
      { pattern: 0, start: 2, end: 4 },
      { pattern: 1, start: 1, end: 4 },
      { pattern: 2, start: 2, end: 6 },
    ]);
  });

  it('PM-07 finds exactly what a search keyword by keyword finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ä', '😀', ' '), maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ä', '😀', ' '), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), text, (patterns, searched) => {
        expect(inOrder(keywordAutomaton(patterns)(searched))).toEqual(searchedOneByOne(patterns, searched));
      }),
      { numRuns: 500 },
    );
  });

  it('PM-07 finds nothing for no keywords, and never an empty one', () => {
    expect(keywordAutomaton([])('text')).toEqual([]);
    expect(keywordAutomaton([''])('text')).toEqual([]);
  });
});
