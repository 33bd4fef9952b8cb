/** What kind of failure this is; each kind has exactly one HTTP status and one meaning on a queue. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'precondition'
  | 'limited'
  | 'unavailable';

export interface AppErrorOptions {
  cause?: unknown;
  /** Facts for a program, such as `{ retryAfterSeconds: 30 }` or the list of faulty fields; never secrets. */
  details?: Record<string, unknown>;
}

/**
 * The one error that Earshot throws on purpose.
 * `code` is stable and for programs (`rule_priority_taken`); `message` tells a person what to do next.
 */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(kind: ErrorKind, code: string, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.details = options.details ?? {};
  }
}

export function isAppError(error: unknown, code?: string): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}

/** A missing item and an item of another tenant answer alike, so that ids cannot be probed. */
export function notFound(what: string): AppError {
  return new AppError('not-found', 'not_found', `${what} was not found.`);
}
