import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MailFeedback } from '../../../local/services/outbox/mail-feedback.ts';
import type { Envelope } from '../../../local/services/outbox/outbox.ts';
import { FeedbackMessage } from '../../../shared/contract/mail-events.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const envelope = (overrides: Partial<Envelope> = {}): Envelope => ({
  id: 'mail-1',
  sentAt: '2026-11-23T07:00:01.000Z',
  source: 'reports@earshot.example',
  subject: 'Weekly report',
  attachments: 0,
  recipients: [{ address: 'ana@beanbar.example', outcome: 'delivered' }],
  configurationSet: 'earshot-local',
  tags: { organization: 'org_1', schedule: 'rep_1', period: '2026-11-22', delivery: 'del_1' },
  ...overrides,
});

/** What is heard of a mail, as the consumer reads it. */
function heardOf(mail: Envelope, types = ['bounce', 'complaint', 'delivery']) {
  const feedback = new MailFeedback({ region: 'eu-central-1', account: '000000000000' });
  const heard: unknown[] = [];
  feedback.onEvent((event) => heard.push(event));
  feedback.declare({
    ConfigurationSetName: 'earshot-local',
    EventDestination: {
      Enabled: true,
      MatchingEventTypes: types,
      EventBridgeDestination: { EventBusArn: 'arn:aws:events:eu-central-1:000000000000:event-bus/default' },
    },
  });
  feedback.tell(mail);
  vi.runAllTimers();
  return heard.map((event) => FeedbackMessage.parse(event));
}

const about = { organizationId: 'org_1', scheduleId: 'rep_1', periodEnd: '2026-11-22', deliveryId: 'del_1' };

describe('what SES of the local cloud tells about mails', () => {
  it('RP-03 is that a mail was delivered, with the delivery that its tags name', () => {
    expect(heardOf(envelope())).toEqual([
      {
        ...{ status: 'delivered', reason: null, suppresses: false },
        ...{ addresses: ['ana@beanbar.example'], about },
      },
    ]);
  });

  it('RP-03 is that a mail came back for good', () => {
    const recipients = [{ address: 'bounce@simulator.amazonses.com', outcome: 'bounced' as const }];
    expect(heardOf(envelope({ recipients }))).toEqual([
      {
        ...{ status: 'bounced', reason: 'smtp; 550 5.1.1 user unknown', suppresses: true },
        ...{ addresses: ['bounce@simulator.amazonses.com'], about },
      },
    ]);
  });

  it('RP-03 is that a mail arrived and was marked as spam', () => {
    const recipients = [{ address: 'x@complaint.simulator.example', outcome: 'complained' as const }];
    const heard = heardOf(envelope({ recipients }));

    expect(heard.map(({ status, suppresses }) => [status, suppresses])).toEqual([
      ['delivered', false],
      ['complained', true],
    ]);
  });

  it('RP-03 is nothing that the configuration set does not ask for, and nothing about mails without one', () => {
    expect(heardOf(envelope(), ['bounce'])).toEqual([]);
    expect(heardOf(envelope({ configurationSet: undefined }))).toEqual([]);
  });

  it('RP-03 names no delivery for a mail that is no report', () => {
    expect(heardOf(envelope({ tags: {} }))[0]?.about).toBeUndefined();
  });
});

describe('what SES says about a mail', () => {
  it('RP-03 suppresses nobody whose mailbox is full', () => {
    const bounce = { bounceType: 'Transient', bounceSubType: 'MailboxFull', bouncedRecipients: [{}] };
    const mail = { destination: ['ana@beanbar.example'] };
    const detail = { eventType: 'Bounce', mail, bounce };

    expect(FeedbackMessage.parse({ detail })).toMatchObject({ status: 'bounced', suppresses: false });
  });
});
