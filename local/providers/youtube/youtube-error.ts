import type { WorldResponse } from '../provider.ts';

/** An answer in the error envelope of Google's APIs. */
export class YouTubeError extends Error {
  readonly status: number;
  readonly reason: string;
  readonly domain: string;

  constructor(status: number, reason: string, message: string, domain = 'youtube.parameter') {
    super(message);
    this.status = status;
    this.reason = reason;
    this.domain = domain;
  }
}

export function unauthorized(): YouTubeError {
  const message = 'Request had invalid authentication credentials.';
  return new YouTubeError(401, 'authError', message, 'global');
}

export function forbidden(message: string): YouTubeError {
  return new YouTubeError(403, 'forbidden', message, 'global');
}

export function quotaExceeded(): YouTubeError {
  const message = 'The request cannot be completed because you have exceeded your quota.';
  return new YouTubeError(403, 'quotaExceeded', message, 'youtube.quota');
}

export function errorAnswer({ status, reason, domain, message }: YouTubeError): WorldResponse {
  return json(status, { error: { code: status, message, errors: [{ message, domain, reason }] } });
}

export function json(status: number, body: unknown): WorldResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}
