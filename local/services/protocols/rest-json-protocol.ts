import type { AwsRequest, AwsResponse } from '../../service.ts';
import type { AwsError } from './aws-error.ts';
import { asAwsError } from './json-protocol.ts';

export function restJson(output: unknown): AwsResponse {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(output) };
}

/** The REST protocols name the error in a header. */
export function restError(error: AwsError): AwsResponse {
  return {
    status: error.status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': error.type },
    body: JSON.stringify({ message: error.message, Message: error.message }),
  };
}

/** Answers with what `run` returns; callers' mistakes become typed errors. */
export async function answerRest(run: () => unknown): Promise<AwsResponse> {
  try {
    return restJson((await run()) ?? {});
  } catch (error) {
    return restError(asAwsError(error, 'ValidationException'));
  }
}

/** The decoded segments of a path: `/schedules/weekly%20mail` → `['schedules', 'weekly mail']`. */
export function segments(request: AwsRequest): string[] {
  return request.path.split('/').filter(Boolean).map(decodeURIComponent);
}
