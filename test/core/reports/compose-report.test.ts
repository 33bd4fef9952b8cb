import { describe, expect, it } from 'vitest';
import {
  type AskedMail,
  type ComposeDeps,
  composeReport,
} from '../../../shared/core/reports/compose-report.ts';
import { aContext } from '../../support/contexts.ts';
import { countsOf, reportSources } from '../../support/reports.ts';

const week = { from: '2026-11-09', to: '2026-11-15', timeZone: 'Europe/Berlin' };
const weekly = {
  frequency: 'weekly',
  period: week,
  accountIds: [],
  reportType: 'overview',
  format: 'html_email',
  onlyWhenThereIsSomething: false,
} as const;
const recipient = { email: 'ana@beanbar.example', name: 'Ana' };
const buckets = [
  { bucket: '2026-11-03T10:00', counts: countsOf('acc_a', ['positive', 'replied', 4]) },
  {
    bucket: '2026-11-10T10:00',
    counts: {
      ...countsOf('acc_a', ['positive', 'replied', 3], ['negative', 'manual', 1]),
      'content|acc_a|con_1|positive|replied': 4,
    },
  },
];
const contents = [
  { contentId: 'con_1', title: '<script>alert(1)</script> & "more"', permalink: 'javascript:alert(1)' },
];
const accountNames = { acc_a: 'Bean Bar' };

const mailOf = async (world: Parameters<typeof reportSources>[0]) =>
  (await composed(reportSources(world)))(recipient);

async function composed(sources: ComposeDeps, overrides: Partial<AskedMail> = {}) {
  const compose = await composeReport(sources, aContext(), { ...weekly, ...overrides });
  if (!compose) throw new Error('There was nothing to report.');
  return compose;
}

/** Intl writes thin and no-break spaces, which differ between its versions. */
const plainSpaces = (text: string) => text.replaceAll(/[^\S\n]/g, ' ');

describe('a report mail', () => {
  it('RP-02 says the same in plain text, against the week before', async () => {
    const { subject, text, images } = await mailOf({ buckets, accountNames });

    expect(plainSpaces(subject)).toBe('Bean Bar: Weekly report, 9 – 15 November 2026');
    expect(text.split('\n\n').slice(1, 5)).toEqual([
      [
        'Comments and messages: 4 (no change)',
        'Answered: 75% (▼ 25 points vs. the week before)',
        'Negative: 25% (▲ 25 points vs. the week before)',
        'Press clippings: 0 (no change)',
      ].join('\n'),
      'Day by day\nMon 9: 0, Tue 10: 4, Wed 11: 0, Thu 12: 0, Fri 13: 0, Sat 14: 0, Sun 15: 0',
      'How it was meant\nPositive: 3 (75%)\nNegative: 1 (25%)',
      'One of them is still waiting for a person.\nOpen the manual queue: https://earshot.example/inbox?status=manual',
    ]);
    expect(images.map(({ contentId }) => contentId)).toEqual(['chart-1@earshot']);
  });

  it.each([
    ['de', 'Bean Bar: Wochenbericht, 9.–15. November 2026', 'Beantwortet: 75 % (▼ 25 Punkte zur Vorwoche)'],
    [
      'pt',
      'Bean Bar: Relatório semanal, 9–15 de novembro de 2026',
      'Respondidos: 75% (▼ 25 pontos face à semana anterior)',
    ],
  ] as const)('RP-02 is written in the organization’s language (%s)', async (language, subject, line) => {
    const mail = await mailOf({ buckets, accountNames, organization: { language } });

    expect(plainSpaces(mail.subject)).toBe(subject);
    expect(plainSpaces(mail.text)).toContain(line);
    expect(mail.html).toContain(`<html lang="${language}-`);
  });

  it('RP-01 names the platform of each account: a brand often has the same name on all', async () => {
    const counts = {
      'interaction|acc_b|youtube|neutral|new': 2,
      'interaction|acc_c|instagram|neutral|new': 1,
    };
    const names = { acc_b: 'Bean Bar', acc_c: 'Bean Bar' };
    const { text } = await mailOf({
      buckets: [{ bucket: '2026-11-10T10:00', counts }],
      accountNames: names,
    });

    expect(text).toContain('Bean Bar (YouTube) (Comments and messages: 2');
    expect(text).toContain('Bean Bar (Instagram) (Comments and messages: 1');
  });

  it.each([
    ['en', 'This report was due on 16 Nov 2026, 08:00 and comes late.'],
    ['de', 'Dieser Bericht war am 16.11.2026, 08:00 fällig und kommt verspätet.'],
    ['pt', 'Este relatório devia ter chegado em 16/11/2026, 08:00 e vem atrasado.'],
  ] as const)('RP-01 says so when it comes late (%s)', async (language, notice) => {
    const sources = reportSources({ buckets, organization: { language } });
    const late = (await composed(sources, { lateSince: '2026-11-16T07:00:00.000Z' }))(recipient);
    const inTime = (await composed(sources))(recipient);

    expect(plainSpaces(late.text)).toContain(notice);
    expect(plainSpaces(late.html)).toContain(notice);
    expect(plainSpaces(inTime.text)).not.toContain(notice.slice(0, 20));
  });

  it.each([
    ['nothing', 'full', {}, false],
    ['a comment', 'full', countsOf('acc_a', ['neutral', 'new', 1]), true],
    ['press coverage alone', 'full', { 'clipping|cam_1|automated': 1 }, true],
    ['press coverage alone', 'sentiment', { 'clipping|cam_1|automated': 1 }, false],
  ] as const)(
    'RP-03 where only something is to be sent, %s in a report of type %s',
    async (_what, reportType, counts, isSent) => {
      const sources = reportSources({ buckets: [{ bucket: '2026-11-10T10:00', counts }] });
      const asked = { ...weekly, reportType, onlyWhenThereIsSomething: true };

      expect((await composeReport(sources, aContext(), asked)) !== undefined).toBe(isSent);
    },
  );

  it('RP-02 shows foreign texts as texts and makes no link of anything but web addresses', async () => {
    const { html } = await mailOf({ buckets, contents, accountNames: { acc_a: '<b>Bean & Bar</b>' } });

    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
    expect(html).toContain('&lt;b&gt;Bean &amp; Bar&lt;/b&gt;');
    expect(html).not.toMatch(/<script|javascript:|<b>/);
  });

  it('RP-02 has a word for a time in which nobody wrote, and no empty chart', async () => {
    const { text, html, images } = await mailOf({});

    expect(text).toContain('Nobody wrote in this time.');
    expect(html).not.toContain('<img');
    expect(images).toEqual([]);
  });

  it('RP-03 carries a link that unsubscribes its one recipient and names no address', async () => {
    const { unsubscribeUrl = '', html } = await mailOf({ buckets });

    expect(unsubscribeUrl).toMatch(/^https:\/\/earshot\.example\/v1\/unsubscribe\?token=[\w.-]+$/);
    expect(html).toContain(unsubscribeUrl);
    expect(
      Buffer.from(unsubscribeUrl.split('=')[1]?.split('.')[0] ?? '', 'base64url').toString(),
    ).not.toContain('ana');
  });

  it.each([
    ['overview', ['Weekly report']],
    ['sentiment', ['Weekly report – Sentiment', 'By sentiment']],
    ['response_metrics', ['Weekly report – Answers', 'Median time to answer: ', 'By account']],
    ['content', ['Weekly report – Content', 'By post', 'Post without a title']],
    ['full', ['OVERVIEW', 'SENTIMENT', 'ANSWERS', 'CONTENT']],
  ] as const)('RP-01 has what its type asks for (%s)', async (reportType, parts) => {
    const compose = await composed(reportSources({ buckets }), { reportType });
    const { text } = compose(recipient);

    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('ST-07 names who answered, also those who were removed since', async () => {
    const counts = { 'response|acc_a|mem_ana|10': 3, 'response|acc_a|mem_max|12': 2 };
    const member = {
      email: 'ana@beanbar.example',
      role: 'owner',
      joinedAt: '2026-01-01T00:00:00.000Z',
    } as const;
    const sources = reportSources({
      buckets: [{ bucket: '2026-11-10T10:00', counts }],
      members: [{ ...member, memberId: 'mem_ana', name: 'Ana Müller', version: 1 }],
      formerMembers: [{ memberId: 'mem_max', name: 'Max Held', removedAt: '2026-11-14T00:00:00.000Z' }],
    });
    const { text } = (await composed(sources, { reportType: 'response_metrics' }))(recipient);

    expect(text).toContain('Ana Müller (Answers: 3,');
    expect(text).toContain('Max Held (Answers: 2,');
  });

  it('RP-01 leaves out of a full report what has nothing to tell', async () => {
    const compose = await composed(reportSources(), { reportType: 'full' });

    expect(compose(recipient).text).not.toMatch(/SENTIMENT|ANSWERS|CONTENT|PRESS COVERAGE/);
  });

  it.each([
    ['pdf', 'earshot-2026-11-09-2026-11-15.pdf'],
    ['excel', 'earshot-2026-11-09-2026-11-15.xlsx'],
  ] as const)('RP-02 attaches the report as %s, with the key figures in the mail', async (format, file) => {
    const compose = await composed(reportSources({ buckets }), { format });
    const { attachments, images, text } = compose(recipient);

    expect(attachments.map(({ fileName }) => fileName)).toEqual([file]);
    expect(images).toEqual([]);
    expect(text).toContain(`The whole report is attached: ${file}.`);
    expect(text).toContain('Answered: 75%');
  });
});
