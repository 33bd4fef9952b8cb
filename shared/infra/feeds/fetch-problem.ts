/** Why a request to an address that a customer gave was not made, or not finished. */
export class FetchProblem extends Error {
  readonly code:
    | 'address_refused'
    | 'unreachable'
    | 'timed_out'
    | 'too_large'
    | 'too_many_redirects'
    | 'unreadable';

  constructor(code: FetchProblem['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'FetchProblem';
    this.code = code;
  }
}
