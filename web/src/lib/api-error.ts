import type { Problem } from '../../../shared/contract/problem.ts';

/** A call that the API refused, or that never reached it (`code: 'offline'`, status 0). */
export class ApiError extends Error {
  readonly status: number;
  /** Stable, for programs; the translations name what to do next by it. */
  readonly code: string;
  readonly requestId: string | undefined;
  /** Faults of single fields, by the field's path. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    problem: Pick<Problem, 'status' | 'code' | 'detail' | 'requestId' | 'errors'>,
    cause?: unknown,
  ) {
    super(problem.detail, { cause });
    this.name = 'ApiError';
    this.status = problem.status;
    this.code = problem.code;
    this.requestId = problem.requestId;
    this.fields = Object.fromEntries((problem.errors ?? []).map(({ path, message }) => [path, message]));
  }
}

export function offline(cause: unknown): ApiError {
  return new ApiError({ status: 0, code: 'offline', detail: 'Earshot cannot be reached.' }, cause);
}

/** Reads a refusal; an answer that is no problem document (a gateway's own page) keeps only its status. */
export async function readProblem(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  return new ApiError({
    status: response.status,
    code: problem.code ?? codeOfStatus(response.status),
    detail: problem.detail ?? response.statusText,
    requestId: problem.requestId ?? response.headers.get('x-request-id') ?? undefined,
    errors: problem.errors,
  });
}

function codeOfStatus(status: number): string {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 429) return 'limited';
  return status >= 500 ? 'unavailable' : 'invalid';
}
