import type { Instant } from '../kernel/time.ts';
import type { ObservedItem } from './observed-item.ts';

/** One change of one stored item, in the order in which its partition changed. */
export interface Change {
  organizationId: string;
  /** Unique for the change and the same whenever the change is delivered again. */
  eventId: string;
  /** Where the item lies; changes of one source arrive in order. */
  source: string;
  /** Grows within a source; decimal digits of any length. */
  sequenceNumber: string;
  at: Instant;
  /** Absent when the item was created. */
  before?: ObservedItem | undefined;
  /** Absent when the item was deleted. */
  after?: ObservedItem | undefined;
}
