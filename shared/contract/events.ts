import { ObservedTypes } from '../core/activity/observed-item.ts';

/**
 * Which records of the table's stream reach the consumer of changes: those of observed items. What the consumer itself
 * writes (activity, rollups) is none of them, so that it never wakes itself.
 */
export const ChangeStreamFilters = [
  { eventName: ['INSERT', 'MODIFY'], dynamodb: { NewImage: { type: { S: [...ObservedTypes] } } } },
  { eventName: ['REMOVE'], dynamodb: { OldImage: { type: { S: [...ObservedTypes] } } } },
];
