import { describe, expect, it } from 'vitest';
import type * as accounts from '../../../shared/contract/api/accounts.ts';
import type * as campaigns from '../../../shared/contract/api/campaigns.ts';
import { type Api, addressOf, createApi } from '../../../web/src/lib/api.ts';
import { ApiError } from '../../../web/src/lib/api-error.ts';
import { operation } from '../../../web/src/lib/operation.ts';

const UpdateAccount = operation<typeof accounts.UpdateAccount>('PATCH', '/v1/accounts/{accountId}', false);
const CreateCampaign = operation<typeof campaigns.CreateCampaign>('POST', '/v1/campaigns', true);
const DisconnectAccount = operation<typeof accounts.DisconnectAccount>(
  'DELETE',
  '/v1/accounts/{accountId}',
  false,
);

interface Sent {
  url: string;
  method: string | undefined;
  headers: Record<string, string>;
  body: string | undefined;
}

/** A client whose calls are recorded and answered in turn. */
function apiAnswering(...answers: (Response | Error)[]): {
  api: Api;
  sent: Sent[];
  signedOut: () => boolean;
} {
  const sent: Sent[] = [];
  let isSignedOut = false;
  let renewals = 0;
  const api = createApi({
    base: 'https://api.example',
    fetch: async (url, init) => {
      const headers = Object.fromEntries(new Headers(init?.headers));
      sent.push({ url: String(url), method: init?.method, headers, body: init?.body as string | undefined });
      const answer = answers.shift();
      if (!answer || answer instanceof Error) throw answer ?? new Error('No answer is left.');
      return answer;
    },
    token: async ({ renew }) => {
      if (renew) renewals += 1;
      return `token-${renewals}`;
    },
    newKey: () => 'key-1',
    onSignedOut: () => {
      isSignedOut = true;
    },
  });
  return { api, sent, signedOut: () => isSignedOut };
}

const account = { params: { accountId: 'acc/1' }, body: { isAutomationEnabled: true }, ifMatch: 4 };
const unauthenticated = () => Response.json({ code: 'unauthenticated', detail: 'Sign in.' }, { status: 401 });

describe('a call of the console', () => {
  it('sends what the contract names, with the token and the version that the person saw', async () => {
    const { api, sent } = apiAnswering(Response.json({ accountId: 'acc/1' }));

    const answer = await api.call(UpdateAccount, account);

    expect(answer).toEqual({ accountId: 'acc/1' });
    expect(sent).toEqual([
      {
        url: 'https://api.example/v1/accounts/acc%2F1',
        method: 'PATCH',
        headers: {
          accept: 'application/json',
          authorization: 'Bearer token-0',
          'content-type': 'application/json',
          'if-match': '"4"',
        },
        body: '{"isAutomationEnabled":true}',
      },
    ]);
  });

  it('ST-03 gives creating calls an idempotency key', async () => {
    const { api, sent } = apiAnswering(Response.json({}));
    await api.call(CreateCampaign, { body: { name: 'Autumn' } });
    expect(sent[0]?.headers['idempotency-key']).toBe('key-1');
  });

  it('answers a call without content with nothing', async () => {
    const { api } = apiAnswering(new Response(null, { status: 204 }));
    await expect(api.call(DisconnectAccount, { params: { accountId: 'a' } })).resolves.toBeUndefined();
  });

  it('renews the token once after a 401 and tries again', async () => {
    const { api, sent, signedOut } = apiAnswering(unauthenticated(), Response.json({}));
    await api.call(UpdateAccount, account);
    expect(sent.map(({ headers }) => headers['authorization'])).toEqual(['Bearer token-0', 'Bearer token-1']);
    expect(signedOut()).toBe(false);
  });

  it('ends the sign-in when the renewed token is refused, too', async () => {
    const { api, signedOut } = apiAnswering(unauthenticated(), unauthenticated());
    await expect(api.call(UpdateAccount, account)).rejects.toMatchObject({ status: 401 });
    expect(signedOut()).toBe(true);
  });

  it('ST-03 reads a problem document with the faults of its fields', async () => {
    const problem = {
      status: 400,
      code: 'invalid_body',
      detail: 'Correct the fields.',
      requestId: 'req-7',
      errors: [{ path: 'name', message: 'is too long' }],
    };
    const { api } = apiAnswering(Response.json(problem, { status: 400 }));

    const error = await api.call(UpdateAccount, account).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 400,
      code: 'invalid_body',
      message: 'Correct the fields.',
      requestId: 'req-7',
      fields: { name: 'is too long' },
    });
  });

  it.each([
    [403, 'forbidden'],
    [404, 'not_found'],
    [429, 'limited'],
    [502, 'unavailable'],
  ])('names a %i that is no problem document `%s`', async (status, code) => {
    const { api } = apiAnswering(new Response('<html>', { status }));
    await expect(api.call(UpdateAccount, account)).rejects.toMatchObject({ status, code });
  });

  it('says `offline` when the network fails', async () => {
    const { api } = apiAnswering(new TypeError('fetch failed'));
    await expect(api.call(UpdateAccount, account)).rejects.toMatchObject({ status: 0, code: 'offline' });
  });
});

describe('an address', () => {
  it('leaves out absent values and repeats the name of lists', () => {
    const query = { limit: 25, cursor: undefined, status: ['new', 'manual'], q: '' };
    expect(addressOf('/v1/things', { query })).toBe('/v1/things?limit=25&status=new&status=manual');
  });
});
