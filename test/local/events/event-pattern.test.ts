import { describe, expect, it } from 'vitest';
import { matchesEventPattern } from '../../../local/events/event-pattern.ts';

const event = {
  eventName: 'INSERT',
  dynamodb: {
    NewImage: { type: { S: 'interaction' }, pk: { S: 'ORG#1#INT#0' }, labels: { SS: ['vip', 'press'] } },
    SizeBytes: 120,
  },
};

describe('a filter pattern', () => {
  it.each([
    [{ eventName: ['INSERT', 'MODIFY'] }, true],
    [{ eventName: ['REMOVE'] }, false],
    [{ dynamodb: { NewImage: { type: { S: ['interaction'] } } } }, true],
    [{ eventName: ['INSERT'], dynamodb: { NewImage: { type: { S: ['rollup'] } } } }, false],
    [{ dynamodb: { NewImage: { pk: { S: [{ prefix: 'ORG#' }] } } } }, true],
    [{ dynamodb: { NewImage: { pk: { S: [{ suffix: '#1' }] } } } }, false],
    [{ dynamodb: { NewImage: { type: { S: [{ 'anything-but': ['rollup', 'activity'] }] } } } }, true],
    [{ dynamodb: { NewImage: { type: { S: [{ 'anything-but': 'interaction' }] } } } }, false],
    [{ dynamodb: { NewImage: { pk: { S: [{ 'anything-but': { prefix: 'ORG#' } }] } } } }, false],
    [{ dynamodb: { NewImage: { missing: { S: [{ 'anything-but': ['x'] }] } } } }, false],
    [{ dynamodb: { OldImage: { type: { S: [{ exists: false }] } } } }, true],
    [{ dynamodb: { NewImage: { type: { S: [{ exists: true }] } } } }, true],
    [{ dynamodb: { NewImage: { type: [{ exists: true }] } } }, false],
    [{ dynamodb: { NewImage: { labels: { SS: ['press'] } } } }, true],
    [{ dynamodb: { SizeBytes: [{ numeric: ['>', 100, '<=', 120] }] } }, true],
    [{ dynamodb: { SizeBytes: [{ numeric: ['<', 100] }] } }, false],
    [{ eventName: [{ 'equals-ignore-case': 'insert' }] }, true],
    [{ $or: [{ eventName: ['REMOVE'] }, { dynamodb: { SizeBytes: [120] } }] }, true],
  ])('%j answers %s', (pattern, expected) => {
    expect(matchesEventPattern(pattern, event)).toBe(expected);
  });

  it('refuses an operator that it does not know', () => {
    expect(() => matchesEventPattern({ eventName: [{ wildcard: 'IN*' }] }, event)).toThrow('wildcard');
  });
});
