import { aContext } from '../../test/support/contexts.ts';

/** The month of the report, with how many comments it and the month before hold. */
export const Month = { from: '2026-11-01', to: '2026-11-30', timeZone: 'UTC' } as const;
export const Comments = 200_000;
export const CommentsBefore = 160_000;
export const Bounds = {
  before: '2026-10-01T00:00:00.000Z',
  from: '2026-11-01T00:00:00.000Z',
  until: '2026-12-01T00:00:00.000Z',
} as const;
export const context = aContext();
