import { createHmac } from 'node:crypto';
import { facebookPerson, simulatedMetaApp } from './app.ts';
import type { Meta } from './meta-world.ts';

const AnswerMilliseconds = 20_000;

/** The person removes the app in the settings of Facebook: every token dies, then the app is told. */
export async function removeApp({ state, context }: Meta): Promise<unknown> {
  for (const { id, document } of state.tokens.entries()) {
    state.tokens.put(id, { ...document, revokedBySubcode: 458 });
  }
  const answer = await tell(`${context.hooksUrl}/meta/deauthorize`, context.now());
  return { status: answer.status };
}

/** The person presses "Send request": the app says under which code the deletion can be followed. */
export async function askForDeletion({ context }: Meta): Promise<unknown> {
  const answer = await tell(`${context.hooksUrl}/meta/data-deletion`, context.now());
  return { status: answer.status, answer: await answer.json() };
}

function tell(address: string, now: number): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ signed_request: signedRequest(now) }),
    signal: AbortSignal.timeout(AnswerMilliseconds),
  });
}

/** Signed is the encoded payload, as it stands in the request. */
export function signedRequest(now: number, personId: string = facebookPerson.id): string {
  const payload = Buffer.from(
    JSON.stringify({
      algorithm: 'HMAC-SHA256',
      user_id: personId,
      issued_at: Math.floor(now / 1_000),
      expires: 0,
    }),
  ).toString('base64url');
  const signature = createHmac('sha256', simulatedMetaApp.appSecret).update(payload).digest('base64url');
  return `${signature}.${payload}`;
}
