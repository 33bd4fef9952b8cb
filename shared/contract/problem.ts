import * as z from 'zod';
import type { ErrorKind } from '../core/kernel/errors.ts';

/** RFC 9457 problem details; `code` is stable and for programs, `detail` tells a person what to do next. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof Problem>;

export const ProblemContentType = 'application/problem+json';

export const StatusOfKind: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  precondition: 412,
  limited: 429,
  unavailable: 503,
};

export const TitleOfStatus: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  412: 'Changed meanwhile',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Temporarily unavailable',
};
