import * as z from 'zod';
import { addSeconds, type Instant } from '../../core/kernel/time.ts';
import type { GraphClient, MetaApp } from './graph-client.ts';

export const GrantedToken = z.object({ access_token: z.string(), expires_in: z.number().optional() });
export type GrantedToken = z.infer<typeof GrantedToken>;

/** A person's token for one that lasts 60 days; also one of these for the next, as long as it has not expired. */
export function longLivedToken(graph: GraphClient, app: MetaApp, userToken: string): Promise<GrantedToken> {
  return graph.exchange(GrantedToken, '/oauth/access_token', {
    grant_type: 'fb_exchange_token',
    client_id: app.appId,
    client_secret: app.appSecret,
    fb_exchange_token: userToken,
  });
}

export function expiryOf({ expires_in: seconds }: GrantedToken, now: Instant): Instant | null {
  return seconds === undefined ? null : addSeconds(now, seconds);
}
