import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { JsonObject } from '../../template/template.ts';
import type { ServiceOptions } from '../service-options.ts';
import type { Envelope } from './outbox.ts';

const EventDestination = z.looseObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.looseObject({
    Enabled: z.boolean().default(false),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.looseObject({ EventBusArn: z.string() }),
  }),
});

/** SES hears from the other side some seconds later; here it is long enough for the sender to note that it has sent. */
const DelayMilliseconds = 1_000;

type EventType = 'bounce' | 'complaint' | 'delivery';

/** Whoever complains got the mail first. */
const EventsOf: Record<Envelope['recipients'][number]['outcome'], readonly EventType[]> = {
  delivered: ['delivery'],
  bounced: ['bounce'],
  complained: ['delivery', 'complaint'],
};

const DetailTypes: Record<EventType, string> = {
  bounce: 'Email Bounced',
  complaint: 'Email Complaint Received',
  delivery: 'Email Delivered',
};

/** Tells EventBridge what became of mails, where their configuration set asks for it. */
export class MailFeedback {
  readonly #options: Pick<ServiceOptions, 'region' | 'account'>;
  readonly #askedBySet = new Map<string, Set<string>>();
  readonly #listeners: ((event: JsonObject) => void)[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(options: Pick<ServiceOptions, 'region' | 'account'>) {
    this.#options = options;
  }

  declare(properties: unknown): void {
    const { ConfigurationSetName, EventDestination: destination } = EventDestination.parse(properties);
    if (!destination.Enabled) return;
    const asked = this.#askedBySet.get(ConfigurationSetName) ?? new Set();
    for (const type of destination.MatchingEventTypes) asked.add(type.toLowerCase());
    this.#askedBySet.set(ConfigurationSetName, asked);
  }

  onEvent(listener: (event: JsonObject) => void): void {
    this.#listeners.push(listener);
  }

  tell(envelope: Envelope): void {
    const asked = this.#askedBySet.get(envelope.configurationSet ?? '');
    if (!asked) return;
    const events = envelope.recipients.flatMap(({ address, outcome }) =>
      EventsOf[outcome].filter((type) => asked.has(type)).map((type) => this.#event(envelope, address, type)),
    );
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      for (const event of events) for (const listener of this.#listeners) listener(event);
    }, DelayMilliseconds);
    this.#timers.add(timer);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #event(envelope: Envelope, address: string, type: EventType): JsonObject {
    const { region, account } = this.#options;
    const { configurationSet = '' } = envelope;
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': DetailTypes[type],
      source: 'aws.ses',
      account,
      time: new Date().toISOString(),
      region,
      resources: [`arn:aws:ses:${region}:${account}:configuration-set/${configurationSet}`],
      detail: {
        eventType: type === 'bounce' ? 'Bounce' : type === 'complaint' ? 'Complaint' : 'Delivery',
        mail: mailOf(envelope),
        [type]: saidOf(type, address),
      },
    };
  }
}

function mailOf({
  id,
  sentAt,
  source,
  subject,
  recipients,
  configurationSet = '',
  tags,
}: Envelope): JsonObject {
  const lists = Object.entries(tags).map(([name, value]) => [name, [value]]);
  return {
    timestamp: sentAt,
    messageId: id,
    source,
    destination: recipients.map(({ address }) => address),
    commonHeaders: { subject },
    tags: { ...Object.fromEntries(lists), 'ses:configuration-set': [configurationSet] },
  };
}

function saidOf(type: EventType, emailAddress: string): JsonObject {
  const timestamp = new Date().toISOString();
  const feedbackId = randomUUID();
  switch (type) {
    case 'bounce': {
      const diagnosticCode = 'smtp; 550 5.1.1 user unknown';
      const recipient = { emailAddress, action: 'failed', status: '5.1.1', diagnosticCode };
      const kind = { bounceType: 'Permanent', bounceSubType: 'General' };
      return { ...kind, bouncedRecipients: [recipient], timestamp, feedbackId };
    }
    case 'complaint': {
      const complainedRecipients = [{ emailAddress }];
      return { complainedRecipients, complaintFeedbackType: 'abuse', timestamp, feedbackId };
    }
    case 'delivery':
      return { recipients: [emailAddress], processingTimeMillis: 700, smtpResponse: '250 ok', timestamp };
  }
}
