import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatedGoogleApp } from '../../../local/providers/youtube/app.ts';
import { roasteryChannel } from '../../../local/providers/youtube/start-state.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';
import { channelAccess, onYouTube } from '../../support/youtube.ts';

describe('the simulated YouTube', () => {
  let world: StartedWorld;
  let access: string;
  beforeAll(async () => {
    world = await startTestWorld();
    access = await channelAccess(world);
  });
  afterAll(() => world.stop());

  const at = (address: string, init: RequestInit = {}) =>
    fetch(`${world.origin}/_world/${address}`, { redirect: 'manual', ...init });
  const asked = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${access}` };
    const answer = await at(`www.googleapis.com/youtube/v3${path}`, { headers, ...init });
    return { status: answer.status, body: await answer.json() };
  };
  const refusal = (status: number, reason: string) => ({
    status,
    body: { error: { code: status, errors: [expect.objectContaining({ reason })] } },
  });

  it('ST-02 lets a person choose a channel in the dialog, or cancel', async () => {
    const query = new URLSearchParams({
      client_id: simulatedGoogleApp.clientId,
      redirect_uri: `${world.origin}/v1/oauth/google/callback`,
      scope: 'https://www.googleapis.com/auth/youtube.force-ssl',
      state: 'mine',
    });
    const dialog = `accounts.google.com/o/oauth2/v2/auth?${query}`;
    const page = await (await at(dialog)).text();
    expect(page).toContain(`value="${roasteryChannel.id}"`);
    const decide = async (decision: string) => {
      const body = new URLSearchParams({ decision, channel: roasteryChannel.id });
      const { headers } = await at(dialog, { method: 'POST', body });
      return new URL(headers.get('location') ?? '').searchParams;
    };
    expect((await decide('allow')).get('code')).toMatch(/^4\//);
    expect(Object.fromEntries(await decide('deny'))).toEqual({ state: 'mine', error: 'access_denied' });
  });

  it('ST-02 sends nobody back to a foreign address', async () => {
    const query = `client_id=${simulatedGoogleApp.clientId}&redirect_uri=https://elsewhere.example/&auto=1`;
    expect((await at(`accounts.google.com/o/oauth2/v2/auth?${query}`)).status).toBe(400);
  });

  it('ST-02 lets viewers comment below a video, and writes HTML unless plain text is asked for', async () => {
    const watch = 'www.youtube.com/watch?v=bb-roasting';
    const body = new URLSearchParams({ name: 'Nina', text: 'Is it <hot> & loud?' });
    expect((await at(watch, { method: 'POST', body })).status).toBe(303);
    expect(await (await at(watch)).text()).toContain('Nina');
    const list = '/commentThreads?part=snippet&videoId=bb-roasting&order=time&maxResults=1';
    const textOf = ({ body: page }: { body: unknown }) => JSON.stringify(page);
    expect(textOf(await asked(list))).toContain('Is it &#60;hot&#62; &#38; loud?');
    expect(textOf(await asked(`${list}&textFormat=plainText`))).toContain('Is it <hot> & loud?');
  });

  it('ST-02 refuses what YouTube refuses, with its reasons', async () => {
    expect(await asked('/commentThreads?part=snippet&videoId=nothing')).toMatchObject(
      refusal(404, 'videoNotFound'),
    );
    expect(await asked('/commentThreads?part=snippet')).toMatchObject(
      refusal(400, 'missingRequiredParameter'),
    );
    expect(await asked('/videos?id=bb-roasting&pageToken=guessed')).toMatchObject(
      refusal(400, 'invalidPageToken'),
    );
    const held = `/commentThreads?allThreadsRelatedToChannelId=${roasteryChannel.id}&moderationStatus=heldForReview`;
    expect(await asked(held)).toMatchObject(refusal(403, 'forbidden'));
    const body = JSON.stringify({ snippet: { parentId: 'Ugnothing', textOriginal: 'Hello' } });
    const headers = { authorization: 'Bearer of nothing' };
    const post = (init: RequestInit) => asked('/comments?part=snippet', { method: 'POST', body, ...init });
    expect(await post({})).toMatchObject(refusal(404, 'parentCommentNotFound'));
    expect(await post({ headers })).toMatchObject(refusal(401, 'authError'));
  });

  it('ST-02 counts units, 50 for what writes, and has none left behind the limit', async () => {
    const { used } = await onYouTube<{ used: number }>(world, 'GET', '/quota');
    await asked('/channels?part=id&mine=true');
    const body = JSON.stringify({ snippet: {} });
    const headers = { authorization: `Bearer ${access}` };
    await asked('/comments?part=snippet', { method: 'POST', body, headers });
    expect(await onYouTube(world, 'GET', '/quota')).toMatchObject({ used: used + 51 });
    await onYouTube(world, 'PATCH', '/quota', { limit: used + 51 });
    expect(await asked('/channels?part=id&mine=true')).toMatchObject(refusal(403, 'quotaExceeded'));
  });
});
