import { describe, expect, it } from 'vitest';
import { simulatedTiktokApp } from '../../../local/providers/tiktok/app.ts';
import { signatureOf } from '../../../local/providers/tiktok/webhooks.ts';
import { addSeconds, epochSeconds } from '../../../shared/core/kernel/time.ts';
import { tiktokWebhook } from '../../../shared/infra/tiktok/tiktok-webhook.ts';

const now = '2026-11-20T12:00:00.000Z';
const seconds = epochSeconds(now);
const webhook = tiktokWebhook(async () => simulatedTiktokApp);

function aBody(content: string, event = 'comment.update'): Buffer {
  return Buffer.from(
    JSON.stringify({
      client_key: simulatedTiktokApp.appId,
      event,
      create_time: seconds - 10,
      user_openid: '_000abc',
      content,
    }),
  );
}

const inserted =
  '{"comment_id":7290000000000000001,"video_id":7289000000000000001,"parent_comment_id":0,' +
  '"comment_type":"comment","comment_action":"insert","timestamp":1763700000,"unique_identifier":"u-1","text":"Größe? 😀"}';

const read = (body: Buffer, signature = signatureOf(body.toString(), seconds), at = now) =>
  webhook.read(body, signature, at);

describe('the webhook of TikTok', () => {
  it('CM-10 announces a comment with ids that no number could hold', async () => {
    expect(await read(aBody(inserted))).toEqual([
      {
        kind: 'announced',
        provider: 'tiktok',
        assetExternalId: '_000abc',
        externalId: '7290000000000000001',
        contentExternalId: '7289000000000000001',
        parentExternalId: null,
      },
    ]);
  });

  it.each(['set_to_hidden', 'set_to_public', 'set_to_friends_only'])(
    'CM-10 has a reply looked at after %s',
    async (action) => {
      const content = inserted
        .replace('"insert"', `"${action}"`)
        .replace('"parent_comment_id":0', '"parent_comment_id":7290000000000000009');
      expect(await read(aBody(content))).toMatchObject([
        { kind: 'announced', parentExternalId: '7290000000000000009' },
      ]);
    },
  );

  it('CM-11 takes a deletion at once', async () => {
    expect(await read(aBody(inserted.replace('"insert"', '"delete"')))).toEqual([
      {
        kind: 'removed',
        provider: 'tiktok',
        assetExternalId: '_000abc',
        externalId: '7290000000000000001',
        removedAt: '2026-11-20T11:59:50.000Z',
      },
    ]);
  });

  it('CM-10 leaves out events that it does not know', async () => {
    expect(await read(aBody('{}', 'post.publish.complete'))).toEqual([]);
  });

  it('CM-10 refuses every body of which one byte was changed', async () => {
    const body = aBody(inserted);
    const signature = signatureOf(body.toString(), seconds);
    for (let index = 0; index < body.length; index += 1) {
      const forged = Buffer.from(body);
      forged[index] = (forged[index] ?? 0) ^ 1;
      await expect(read(forged, signature)).rejects.toMatchObject({ code: 'signature_invalid' });
    }
  });

  it.each([
    ['no signature', ''],
    [
      'the signature of another moment',
      signatureOf(aBody(inserted).toString(), seconds - 1).replace(/^t=\d+/, `t=${seconds}`),
    ],
    ['something else', 't=abc,s=def'],
  ])('CM-10 refuses %s', async (_what, signature) => {
    await expect(read(aBody(inserted), signature)).rejects.toMatchObject({ code: 'signature_invalid' });
  });

  it('CM-10 refuses what was signed more than five minutes ago', async () => {
    const body = aBody(inserted);
    const signature = signatureOf(body.toString(), seconds);
    await expect(read(body, signature, addSeconds(now, 300))).resolves.toHaveLength(1);
    await expect(read(body, signature, addSeconds(now, 301))).rejects.toMatchObject({
      code: 'signature_invalid',
    });
  });

  it('CM-10 refuses everything while no app is configured, and says what is malformed', async () => {
    const body = aBody(inserted);
    const unconfigured = tiktokWebhook(async () => undefined);
    await expect(unconfigured.read(body, signatureOf(body.toString(), seconds), now)).rejects.toMatchObject({
      code: 'signature_invalid',
    });
    await expect(read(aBody('no JSON'))).rejects.toMatchObject({ code: 'invalid_notification' });
  });
});
