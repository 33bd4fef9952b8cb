import type * as z from 'zod';
import { ProviderError } from '../../core/accounts/provider-error.ts';
import { type HttpAnswer, type HttpClient, HttpFailure, type HttpRequest } from '../http/http-client.ts';
import { parseLossless } from '../http/lossless-json.ts';

/** Sends one request to Google. @throws ProviderError where no answer came. */
export async function askGoogle(http: HttpClient, request: HttpRequest): Promise<HttpAnswer> {
  try {
    return await http(request);
  } catch (cause) {
    if (!(cause instanceof HttpFailure)) throw cause;
    const failure = cause.reason === 'unreachable' ? 'unreachable' : 'no_answer';
    throw new ProviderError(failure, `Google did not answer: ${cause.message}`, { cause });
  }
}

/** Undefined for an empty answer, and for an error that is not JSON. @throws ProviderError */
export function jsonOf({ status, text }: HttpAnswer): unknown {
  if (text === '') return undefined;
  try {
    return parseLossless(text);
  } catch (cause) {
    if (status >= 300) return undefined;
    throw new ProviderError('no_answer', 'Google answered with broken JSON.', { cause });
  }
}

/** An answer in another shape than documented: for a write it means that nobody knows what happened. */
export function parsed<S extends z.ZodType>(schema: S, json: unknown): z.output<S> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new ProviderError('no_answer', `Google answered in an unknown shape: ${result.error.message}`, {
    cause: result.error,
  });
}
