import { describe, expect, it } from 'vitest';
import { checkReply, type ReplyToCheck } from '../../../../shared/core/replies/gate/check-reply.ts';
import type { GateCheck } from '../../../../shared/core/replies/gate/gate-result.ts';
import { GoodOutputs } from './good-outputs.ts';
import { HostileComment, HostileOutputs } from './hostile-outputs.ts';
import { LaterFine, LaterWorst } from './later-outputs.ts';
import { MoreFineOutputs, SlyOutputs } from './sly-outputs.ts';

function check(text: string, about: Partial<ReplyToCheck> = {}) {
  return checkReply({
    text,
    signature: 'Your Bean Bar',
    provider: 'facebook',
    comment: 'Your flat white is wonderful!',
    language: 'en',
    template: null,
    instructions: '',
    names: ['Lena'],
    blocklist: { words: ['rivalbrew'], compiled: [] },
    ...about,
  });
}

const checksFailedBy = (text: string, about?: Partial<ReplyToCheck>): GateCheck[] =>
  check(text, about).failed.map((failure) => failure.check);

describe('the gate for generated replies', () => {
  it.each(HostileOutputs)('AR-08 refuses (%s, %s) “%s”', (language, expected, text) => {
    const result = check(text, { language, comment: HostileComment });
    expect(result.ok).toBe(false);
    expect(result.failed.map((failure) => failure.check)).toContain(expected);
  });

  it.each(GoodOutputs)('AR-08 lets pass (%s) “%s”', (language, text) => {
    expect(check(text, { language })).toEqual({ ok: true, failed: [] });
  });

  it('AR-08 is tried on enough texts', () => {
    expect(HostileOutputs.length).toBeGreaterThanOrEqual(80);
    expect(GoodOutputs.length).toBeGreaterThanOrEqual(60);
    expect(new Set(HostileOutputs.map(([, text]) => text)).size).toBeGreaterThanOrEqual(15);
  });
});

describe('the gate on outputs that were written after it', () => {
  it.each([...LaterWorst, ...SlyOutputs])('AR-08 refuses (%s) “%s”', (language, text) => {
    expect(check(text, { language }).ok).toBe(false);
  });

  it.each([...LaterFine, ...MoreFineOutputs])('AR-08 lets pass (%s) “%s”', (language, text) => {
    expect(check(text, { language })).toEqual({ ok: true, failed: [] });
  });
});

describe('an address in an otherwise fine reply', () => {
  const hidden = [
    ...[
      'evil.example',
      'https://evil.example',
      'evil dot com',
      'e v i l . c o m',
      'ｅｖｉｌ．ｃｏｍ',
      'ev\u200bil.com',
    ],
    ...[
      '𝚎𝚟𝚒𝚕.𝚌𝚘𝚖',
      'evil(dot)com',
      '@evilbrand',
      'boss@evil.example',
      '+49 30 1234567',
      'WhatsApp',
      'evil_brand',
    ],
  ];
  const places = [
    (text: string, address: string) => `${address} ${text}`,
    (text: string, address: string) => `${text} ${address}`,
    (text: string, address: string) => text.replace(' ', ` ${address} `),
    (text: string, address: string) => `${text}\n${address}`,
  ];

  it.each(hidden)('AR-08 is found wherever “%s” stands', (address) => {
    const fine = GoodOutputs.filter(([, text]) => /\p{L} \p{L}/u.test(text)).filter(
      (_, index) => index % 9 === 0,
    );
    const passed = fine.flatMap(([language, text]) =>
      places.map((place) => place(text, address)).filter((made) => check(made, { language }).ok),
    );
    expect(passed).toEqual([]);
  });
});

describe('the gate for replies made from a template', () => {
  const template =
    'Thank you, {author_name}! Book at www.bean-bar.example or call 030 123 45 67. 10 % discount.';

  it('AR-08 lets pass what the template held, however it is set apart', () => {
    const text =
      'Thank you so much, Lena! Please book at www.bean-bar.example, or call us at 030 1234567 for your 10 % discount.';
    expect(check(text, { template })).toEqual({ ok: true, failed: [] });
  });

  it('AR-08 refuses an address that resembles the template’s', () => {
    const text =
      'Thank you so much, Lena! Please book at www.bean-bar.example.evil.example or give us a ring.';
    expect(checksFailedBy(text, { template })).toEqual(['link']);
  });

  it('AR-08 refuses an address that came in by an author’s name', () => {
    const names = ['evil.example'];
    expect(checksFailedBy('Thank you so much, evil.example!', { template, names })).toEqual(['link']);
  });

  it('AR-08 names people in their own alphabet', () => {
    expect(check('Thank you so much, Иван!', { names: ['Иван'] })).toEqual({ ok: true, failed: [] });
    expect(checksFailedBy('Thank you so much, Иван!')).toContain('characters');
  });

  it('AR-08 repeats figures that somebody gave, and invents none', () => {
    const comment = 'I have been here 3 times now';
    expect(check('Wow, 3 times! Thank you so much.', { comment })).toEqual({ ok: true, failed: [] });
    expect(checksFailedBy('Wow, 4 times! Thank you so much.', { comment })).toEqual(['figure']);
  });
});

describe('the length of a generated reply', () => {
  it('AR-08 counts the signature, and never cuts', () => {
    const text = `${'Thank you so much! '.repeat(7)}Thank you.`;
    expect(check(text, { provider: 'tiktok', signature: '' })).toEqual({ ok: true, failed: [] });
    expect(check(text, { provider: 'tiktok' }).failed).toEqual([
      { check: 'length', found: '157 characters, 150 are allowed' },
    ]);
  });
});
