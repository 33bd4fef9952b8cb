import { StateLifeSeconds } from '../../../shared/core/accounts/start-connection.ts';

export const SessionCookieName = 'earshot_oauth';

/** Seen by the callback alone and by no script; a plain-http origin exists in the local stage only. */
export function sessionCookie(publicUrl: string, secret: string): string {
  const attributes = ['Path=/v1/oauth', `Max-Age=${StateLifeSeconds}`, 'HttpOnly', 'SameSite=Lax'];
  if (publicUrl.startsWith('https:')) attributes.push('Secure');
  return [`${SessionCookieName}=${secret}`, ...attributes].join('; ');
}
