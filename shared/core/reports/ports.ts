import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { DrawnChart } from './drawn-chart.ts';
import type { Voice } from './key-figures.ts';
import type { DeliveryReference, MailFeedback } from './mail-feedback.ts';
import type { ReportDelivery } from './report-delivery.ts';
import type { ReportDocument } from './report-document.ts';
import type { ReportSchedule, ReportSettings } from './report-schedule.ts';

export interface ReportScheduleStore {
  create(context: TenantContext, schedule: ReportSchedule): Promise<void>;
  find(context: TenantContext, scheduleId: string): Promise<ReportSchedule | undefined>;
  page(context: TenantContext, request: PageRequest): Promise<Page<ReportSchedule>>;
  /** @throws not-found; precondition `version_mismatch` when `ifMatch` is not the stored version. */
  update(
    context: TenantContext,
    scheduleId: string,
    changes: ReportSettings & { nextScheduledAt: Instant | null },
    ifMatch: number,
  ): Promise<ReportSchedule>;
  delete(context: TenantContext, scheduleId: string): Promise<void>;
  /** Notes that a report went out or failed, and when the next is due; lost when members changed the schedule meanwhile. */
  settle(context: TenantContext, schedule: ReportSchedule, settled: Settled): Promise<void>;
  /** Shows a failure that became known after sending; nothing where the schedule is gone. */
  noteFailure(
    context: TenantContext,
    scheduleId: string,
    failure: NonNullable<ReportSchedule['lastFailure']>,
  ): Promise<void>;
  /** Keeps the timer from waking a report again before then. */
  postpone(context: TenantContext, schedule: ReportSchedule, wakeAt: Instant): Promise<void>;
}

export interface Settled {
  nextScheduledAt: Instant;
  sentAt: Instant | null;
  failure: ReportSchedule['lastFailure'];
}

export type Claim =
  /** Ours alone until the claim runs out; `attempts` includes this one. */
  | { kind: 'claimed'; attempts: number }
  /** Another worker is at it right now. */
  | { kind: 'held' }
  /** Sent, or given up. */
  | { kind: 'settled' };

export interface ReportDeliveryStore {
  claim(context: TenantContext, delivery: ReportDelivery, now: Instant): Promise<Claim>;
  /** Writes how the claimed attempt ended; `retrying` gives the claim back. */
  record(context: TenantContext, delivery: ReportDelivery): Promise<void>;
  /**
   * Writes what became of a mail that was sent; a complaint outweighs a bounce, and that a delivery. False where
   * nothing changed by it.
   * @throws unavailable while the attempt that sent it is not recorded yet.
   */
  noteFeedback(
    context: TenantContext,
    about: DeliveryReference,
    said: Pick<MailFeedback, 'status' | 'reason'>,
  ): Promise<boolean>;
  /** The deliveries of the latest periods first. */
  page(context: TenantContext, scheduleId: string, request: PageRequest): Promise<Page<ReportDelivery>>;
}

/** The alarms outside that ring when a report is due. */
export interface ReportAlarms {
  /** Makes or changes the alarm of a schedule; doing so twice is harmless. */
  set(context: TenantContext, schedule: ReportSchedule): Promise<void>;
  remove(context: TenantContext, scheduleId: string): Promise<void>;
}

/** What the alarms outside really are, to compare them with the schedules. */
export interface AlarmInspection {
  /** Every alarm there is, of all organizations. */
  all(): AsyncIterable<{ scheduleId: string; changedAt: Instant }>;
  /** Whose schedule an alarm rings for; undefined where it does not say. */
  ownerOf(scheduleId: string): Promise<string | undefined>;
  /** How the alarm differs from what the schedule asks for. */
  driftOf(context: TenantContext, schedule: ReportSchedule): Promise<'missing' | 'different' | undefined>;
}

export interface Mail {
  to: { email: string; name: string };
  subject: string;
  html: string;
  text: string;
  /** Shown inside the HTML by `cid:<contentId>`. */
  images: { contentId: string; fileName: string; png: Uint8Array }[];
  attachments: { fileName: string; contentType: string; content: Uint8Array }[];
  /** Where one POST ends these mails (RFC 8058); notices that nobody can do without have none. */
  unsubscribeUrl?: string | undefined;
}

export type MailOutcome =
  | { kind: 'sent'; messageId: string }
  /** The mail or its address is not acceptable: trying again would not help. */
  | { kind: 'refused'; reason: string }
  | { kind: 'unavailable'; reason: string };

export interface MailSender {
  /** What is said about a report later names the delivery that it is about; other mails have none. */
  send(mail: Mail, about?: DeliveryReference): Promise<MailOutcome>;
}

/** Who gets no mail: addresses that bounced or complained, anywhere, and people who asked one organization for none. */
export interface MailSuppressions {
  reasonAgainst(context: TenantContext, email: string): Promise<'suppressed' | 'unsubscribed' | undefined>;
  unsubscribe(context: TenantContext, addressDigest: string, now: Instant): Promise<void>;
  /** No mail goes to this address any more, whoever it would come from. */
  suppress(addressDigest: string, reason: 'bounced' | 'complained', now: Instant): Promise<void>;
}

/** Draws a chart as PNG. */
export type DrawChart = (chart: DrawnChart) => Promise<Uint8Array>;

/** Draws a chart as SVG. */
export type DrawSvg = (chart: DrawnChart) => string;

/** Lays a whole report out as a file. */
export type WriteFile = (document: ReportDocument, voice: Voice) => Promise<Uint8Array>;
