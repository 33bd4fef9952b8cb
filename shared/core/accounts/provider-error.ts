import { AppError, type ErrorKind } from '../kernel/errors.ts';

/** What a platform's refusal means for Earshot, whatever its own codes are. */
export type ProviderFailure =
  /** The token no longer works: the account must be reconnected. */
  | 'token_rejected'
  | 'permission_missing'
  /** Too many calls. */
  | 'throttled'
  /** The object is gone, or no longer visible to the account. */
  | 'gone'
  /** The platform stopped the account's writing for reasons of policy. */
  | 'blocked'
  /** The same text was published a moment ago. */
  | 'duplicate'
  | 'invalid_request'
  /** The time in which the platform takes an answer is over. */
  | 'window_closed'
  /** The platform failed; whether the request had an effect is unknown. */
  | 'outage'
  /** No answer arrived, or none that could be read; whether the request had an effect is unknown. */
  | 'no_answer'
  /** The request certainly never left. */
  | 'unreachable';

const KindOf: Record<ProviderFailure, ErrorKind> = {
  token_rejected: 'conflict',
  permission_missing: 'conflict',
  throttled: 'limited',
  gone: 'not-found',
  blocked: 'conflict',
  duplicate: 'conflict',
  invalid_request: 'conflict',
  window_closed: 'conflict',
  outage: 'unavailable',
  no_answer: 'unavailable',
  unreachable: 'unavailable',
};

interface ProviderErrorOptions {
  cause?: unknown;
  retryAfterSeconds?: number | undefined;
  /** The platform's own code, such as `190/463`. */
  platformCode?: string | undefined;
}

/** A platform refused or did not answer; the one error that every platform client throws. */
export class ProviderError extends AppError {
  readonly failure: ProviderFailure;
  readonly retryAfterSeconds: number | undefined;
  readonly platformCode: string | undefined;

  constructor(failure: ProviderFailure, message: string, options: ProviderErrorOptions = {}) {
    const { cause, retryAfterSeconds, platformCode } = options;
    const details = {
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      ...(platformCode !== undefined && { platformCode }),
    };
    super(KindOf[failure], `provider_${failure}`, message, { cause, details });
    this.name = 'ProviderError';
    this.failure = failure;
    this.retryAfterSeconds = retryAfterSeconds;
    this.platformCode = platformCode;
  }

  /** False only where the platform certainly did nothing. */
  get mayHaveHadEffect(): boolean {
    return this.failure === 'outage' || this.failure === 'no_answer';
  }
}

export function isProviderError(error: unknown, ...failures: ProviderFailure[]): error is ProviderError {
  return error instanceof ProviderError && (failures.length === 0 || failures.includes(error.failure));
}
