import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beanBarInstagram } from '../../../local/providers/meta/instagram/start-state.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

describe('what people see of the simulated Instagram', () => {
  let world: StartedWorld;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.stop());

  const visit = async (path: string) =>
    (await fetch(`${world.origin}/_world/www.instagram.com${path}`)).text();

  it('ST-02 shows the accounts, and an account with its media and what was said there', async () => {
    expect(await visit('/')).toContain('/_world/www.instagram.com/beanbar/');
    const html = await visit('/beanbar/');
    expect(html).toContain('From sack to cup in 30 seconds.');
    expect(html).toContain('<p class="own"><strong>beanbar</strong>');
    expect(html).toContain('<strong>grow_fast_4u</strong> (hidden)');
  });

  it('ST-02 lets visitors comment, whatever they write', async () => {
    const action = /action="([^"]+)"/.exec(await visit('/beanbar/'))?.[1] ?? '';
    const body = new URLSearchParams({ username: 'eve', text: '<script>alert(1)</script>' });
    const html = await (await fetch(action, { method: 'POST', body })).text();
    expect(html).toContain('&#60;script&#62;alert(1)');
    expect(html).not.toContain('<script>');
    const { media } = await world.meta<{ media: { comments: { text: string }[] }[] }>(
      'GET',
      `/instagram-accounts/${beanBarInstagram.id}`,
    );
    expect(media[0]?.comments[0]?.text).toBe('<script>alert(1)</script>');
  });

  it('CM-01 asks a person which accounts, where the app asks for Instagram', async () => {
    const dialog = (scope: string) =>
      fetch(
        `${world.origin}/_world/www.facebook.com/v26.0/dialog/oauth?${new URLSearchParams({
          client_id: '1020304050607080',
          redirect_uri: `${world.origin}/v1/oauth/meta/callback`,
          scope,
        })}`,
      ).then((answer) => answer.text());
    expect(await dialog('pages_show_list,instagram_basic')).toMatch(
      /name="instagram" value="17841400000000001" checked/,
    );
    expect(await dialog('pages_show_list')).not.toContain('name="instagram"');
  });
});
