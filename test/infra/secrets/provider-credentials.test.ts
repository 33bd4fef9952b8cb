import { describe, expect, it } from 'vitest';
import { credentialsReader } from '../../../shared/infra/secrets/provider-credentials.ts';

const app = { appId: '1', appSecret: 's', verifyToken: 'v' };

describe('credentialsReader', () => {
  it.each([
    ['nothing', '', undefined],
    ['an empty object', '{}', undefined],
    ['other providers only', '{"google":{"clientId":"2","clientSecret":"s"}}', undefined],
    ['the app beside a faulty one', JSON.stringify({ tiktok: { appId: '2' }, meta: app }), app],
    ['the app', JSON.stringify({ meta: app }), app],
  ])('CM-01 reads %s', async (_what, secret, expected) => {
    expect(await credentialsReader(async () => secret, 'meta')()).toEqual(expected);
  });

  it('CM-01 refuses credentials of which a part is missing', async () => {
    const secret = async () => '{"meta":{"appId":"1","appSecret":""}}';
    await expect(credentialsReader(secret, 'meta')()).rejects.toThrow();
  });
});
