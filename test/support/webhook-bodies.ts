import { createHmac } from 'node:crypto';
import { simulatedMetaApp } from '../../local/providers/meta/app.ts';
import { escaped } from '../../local/providers/meta/webhooks.ts';
import { simulatedTiktokApp } from '../../local/providers/tiktok/app.ts';
import type { Provider } from '../../shared/core/accounts/social-account.ts';
import type { Random } from '../simulation/random.ts';

/** One body as a platform would send it, and the comment that is in it. */
export interface WebhookBody {
  provider: Exclude<Provider, 'youtube'>;
  bytes: Buffer;
  comment: { externalId: string; text: string };
}

const Pieces = [
  'Größe/Maß?',
  '😀👩‍👩‍👧‍👦🇩🇪',
  'a "quoted" \\ word',
  '\u0000\u001f\u2028',
  'שלום',
  'é e\u0301',
  '</script>',
  'plain words',
  '\u{1F600}'.repeat(3),
  '\uFEFF',
] as const;

/** What is not UTF-8 at all, between two letters that are. */
const BrokenBytes = [
  Buffer.from([0xff]),
  Buffer.from([0xc3, 0x28]),
  Buffer.from([0xe2, 0x82]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xf4, 0x90, 0x80, 0x80]),
] as const;

/**
 * Random bodies of three platforms: with emoji and control characters, with everything outside ASCII escaped and not
 * (each such comment comes as both twins), and with bytes that are no UTF-8.
 */
export function webhookBodies(random: Random, count: number): WebhookBody[] {
  const bodies: WebhookBody[] = [];
  for (let number = 0; bodies.length < count; number += 1) {
    const provider = random.pick<WebhookBody['provider']>(['facebook', 'facebook', 'instagram', 'tiktok']);
    const externalId = String(7_290_000_000_000_000_000n + BigInt(number));
    if (random.chance(0.2)) {
      bodies.push(brokenBody(provider, externalId, random.pick(BrokenBytes)));
      continue;
    }
    const text = `${number} ${textOf(random)}`;
    const json = jsonOf(provider, externalId, text);
    const comment = { externalId, text };
    bodies.push({ provider, comment, bytes: Buffer.from(json) });
    if (bodies.length < count) bodies.push({ provider, comment, bytes: Buffer.from(escaped(json)) });
  }
  return bodies;
}

/** As each platform signs: Meta the bytes, TikTok the time, a dot and the bytes. */
export function signatureHeaders(provider: WebhookBody['provider'], bytes: Buffer): Record<string, string> {
  if (provider === 'tiktok') {
    const seconds = Math.floor(Date.now() / 1_000);
    const signed = createHmac('sha256', simulatedTiktokApp.appSecret).update(`${seconds}.`).update(bytes);
    return { 'Tiktok-Signature': `t=${seconds},s=${signed.digest('hex')}` };
  }
  const signed = createHmac('sha256', simulatedMetaApp.appSecret).update(bytes).digest('hex');
  return { 'X-Hub-Signature-256': `sha256=${signed}` };
}

/** The same bytes with one bit of one of them turned. */
export function withFlippedByte(random: Random, bytes: Buffer): Buffer {
  const position = random.between(0, bytes.length - 1);
  const flipped = Buffer.from(bytes);
  flipped[position] = (flipped[position] ?? 0) ^ (1 << random.between(0, 7));
  return flipped;
}

function textOf(random: Random): string {
  return Array.from({ length: random.between(1, 6) }, () => random.pick(Pieces)).join(' ');
}

function brokenBody(provider: WebhookBody['provider'], externalId: string, broken: Buffer): WebhookBody {
  const marker = '@@';
  const [before = '', after = ''] = jsonOf(provider, externalId, `a${marker}b ${externalId}`).split(marker);
  const bytes = Buffer.concat([Buffer.from(before), broken, Buffer.from(after)]);
  return { provider, bytes, comment: { externalId, text: `a${broken.toString('utf8')}b ${externalId}` } };
}

function jsonOf(provider: WebhookBody['provider'], id: string, text: string): string {
  if (provider === 'tiktok') return tiktokJson(id, text);
  const time = 1_795_000_000;
  const from = { id: 'person_1', name: 'Lena', username: 'lena' };
  const change =
    provider === 'facebook'
      ? {
          field: 'feed',
          value: { item: 'comment', verb: 'add', comment_id: id, post_id: 'page_1_5', parent_id: 'page_1_5' },
        }
      : { field: 'comments', value: { id, text, media: { id: '179' } } };
  const value = {
    ...change.value,
    from,
    created_time: time - 5,
    ...(provider === 'facebook' && { message: text }),
  };
  const object = provider === 'facebook' ? 'page' : 'instagram';
  const entry = [{ id: `${provider}_asset`, time, changes: [{ ...change, value }] }];
  return JSON.stringify({ object, entry });
}

/** TikTok puts JSON into JSON, with ids as numbers. */
function tiktokJson(id: string, text: string): string {
  const content =
    `{"comment_id":${id},"video_id":7289000000000000001,"parent_comment_id":0,` +
    `"comment_action":"insert","text":${JSON.stringify(text)}}`;
  return JSON.stringify({
    event: 'comment.update',
    create_time: 1_795_000_000,
    user_openid: 'tiktok_asset',
    content,
  });
}
