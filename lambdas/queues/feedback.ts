import { FeedbackMessage } from '../../shared/contract/mail-events.ts';
import type { Clock } from '../../shared/core/kernel/time.ts';
import { type FeedbackDeps, takeInFeedback } from '../../shared/core/reports/mail-feedback.ts';
import { consumer } from '../../shared/runtime/consumer.ts';
import { deliveries, schedules } from '../../shared/runtime/live/report-stores.ts';
import { suppressions } from '../../shared/runtime/live/suppressions.ts';

/** SES says what became of a mail: it was delivered, came back, or was marked as spam (RP-03). */
export const createFeedbackConsumer = (deps: FeedbackDeps, options: { clock?: Clock } = {}) =>
  consumer(FeedbackMessage, (feedback, { now }) => takeInFeedback(deps, feedback, now), options);

export const handler = createFeedbackConsumer({ deliveries, schedules, suppressions });
