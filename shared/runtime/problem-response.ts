import type { APIGatewayProxyResult } from 'aws-lambda';
import { type Problem, ProblemContentType, StatusOfKind, TitleOfStatus } from '../contract/problem.ts';
import { AppError } from '../core/kernel/errors.ts';

/** Answers a failure as problem details; whatever was not thrown on purpose becomes a generic 500 without its text. */
export function problemResponse(error: unknown, requestId: string): APIGatewayProxyResult {
  const problem = problemOf(error, requestId);
  const retryAfter = problem.details?.['retryAfterSeconds'];
  return {
    statusCode: problem.status,
    headers: {
      'content-type': ProblemContentType,
      'cache-control': 'no-store',
      ...(typeof retryAfter === 'number' && { 'retry-after': String(Math.ceil(retryAfter)) }),
    },
    body: JSON.stringify(problem),
  };
}

export function problemOf(error: unknown, requestId: string): Problem {
  if (!(error instanceof AppError)) {
    const detail = 'Something went wrong on our side. Try again; if it stays, report the request id.';
    return { type: 'about:blank', title: titleOf(500), status: 500, detail, code: 'internal', requestId };
  }
  const status = StatusOfKind[error.kind];
  // The old item of a failed condition is for the stores' callers, never for a client.
  const { item: _item, errors, ...details } = error.details;
  return {
    type: 'about:blank',
    title: titleOf(status),
    status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(Array.isArray(errors) && { errors }),
    ...(Object.keys(details).length > 0 && { details }),
  };
}

function titleOf(status: number): string {
  return TitleOfStatus[status] ?? 'Error';
}
