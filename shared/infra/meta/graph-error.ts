import * as z from 'zod';
import { ProviderError, type ProviderFailure } from '../../core/accounts/provider-error.ts';
import type { HttpAnswer } from '../http/http-client.ts';
import { retryAfterSeconds } from './usage.ts';

const ErrorEnvelope = z.object({
  error: z.object({
    message: z.string().default(''),
    type: z.string().optional(),
    code: z.number(),
    error_subcode: z.number().optional(),
    error_user_msg: z.string().optional(),
    fbtrace_id: z.string().optional(),
  }),
});
type GraphErrorBody = z.infer<typeof ErrorEnvelope>['error'];

/** Graph's codes by what they mean (platform guide "Handle errors"); HTTP status and texts are not reliable. */
const FailureOfCode: Record<number, ProviderFailure> = {
  1: 'outage',
  2: 'outage',
  3: 'permission_missing',
  4: 'throttled',
  10: 'permission_missing',
  17: 'throttled',
  32: 'throttled',
  100: 'invalid_request',
  102: 'token_rejected',
  190: 'token_rejected',
  341: 'throttled',
  368: 'blocked',
  506: 'duplicate',
  // The person takes no messages of the page.
  551: 'invalid_request',
  613: 'throttled',
  // A private reply that was sent before, or too long after its comment.
  10900: 'invalid_request',
  1390008: 'throttled',
  1346003: 'blocked',
  1404102: 'blocked',
  1404078: 'permission_missing',
  1363047: 'outage',
  1609010: 'outage',
};

/** 100/33: the object does not exist, or is not visible to this token. */
const MissingObjectSubcode = 33;

/** Of code 10: a message outside its window, on Messenger and on Instagram. */
const ClosedWindowSubcodes: ReadonlySet<number> = new Set([2018278, 2534022]);

const TokenTexts: Record<number, string> = {
  458: 'The app was removed in the settings of Facebook.',
  459: 'Facebook asks the person who connected this page to confirm their sign-in at facebook.com.',
  460: 'The password of the person who connected this page was changed.',
  463: 'The access to this page has expired.',
  492: 'The person who connected this page no longer manages it.',
};

/** Turns Graph's error envelope into a named error; an answer without one is an outage. */
export function graphError({ status, headers, text }: HttpAnswer, json: unknown): ProviderError {
  const envelope = ErrorEnvelope.safeParse(json);
  if (!envelope.success) {
    const readable = text.trimStart().startsWith('{') ? 'an unknown error' : 'something that is not JSON';
    return new ProviderError('outage', `Facebook answered ${status} with ${readable}.`);
  }
  const { error } = envelope.data;
  const failure = failureOf(error);
  return new ProviderError(failure, textOf(failure, error), {
    platformCode: [error.code, error.error_subcode].filter((part) => part !== undefined).join('/'),
    retryAfterSeconds: failure === 'throttled' ? retryAfterSeconds(headers) : undefined,
  });
}

export function failureOf({
  code,
  error_subcode: subcode,
}: Pick<GraphErrorBody, 'code' | 'error_subcode'>): ProviderFailure {
  if (code === 100 && subcode === MissingObjectSubcode) return 'gone';
  if (code === 10 && subcode !== undefined && ClosedWindowSubcodes.has(subcode)) return 'window_closed';
  if (code >= 80_000 && code <= 80_014) return 'throttled';
  if (code >= 200 && code <= 299) return 'permission_missing';
  return FailureOfCode[code] ?? 'outage';
}

function textOf(failure: ProviderFailure, error: GraphErrorBody): string {
  const known = failure === 'token_rejected' ? TokenTexts[error.error_subcode ?? 0] : undefined;
  if (known) return `${known} Connect the page again.`;
  return error.error_user_msg ?? `Facebook answered: ${error.message}`;
}
