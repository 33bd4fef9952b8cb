import { randomBytes } from 'node:crypto';
import type { WorldResponse } from '../provider.ts';

/** An answer in Graph's error envelope. */
export class GraphError extends Error {
  readonly status: number;
  readonly type: string;
  readonly code: number;
  readonly subcode: number | undefined;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: number,
    message: string,
    options: { type?: string; subcode?: number; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.type = options.type ?? 'OAuthException';
    this.subcode = options.subcode;
    this.headers = options.headers ?? {};
  }
}

export function missingObject(id: string): GraphError {
  const message =
    `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing ` +
    'permissions, or does not support this operation';
  return new GraphError(400, 100, message, { type: 'GraphMethodException', subcode: 33 });
}

export function permissionMissing(permission: string): GraphError {
  return new GraphError(403, 200, `(#200) Requires the '${permission}' permission for this page.`);
}

export function invalidParameter(message: string): GraphError {
  return new GraphError(400, 100, message);
}

export function tokenRejected(subcode: number, message: string): GraphError {
  return new GraphError(400, 190, `Error validating access token: ${message}`, { subcode });
}

export function errorAnswer(error: GraphError): WorldResponse {
  const envelope = {
    message: error.message,
    type: error.type,
    code: error.code,
    error_subcode: error.subcode,
    is_transient: error.code === 1 || error.code === 2,
    fbtrace_id: randomBytes(8).toString('base64url'),
  };
  return {
    status: error.status,
    headers: { 'content-type': 'application/json; charset=UTF-8', ...error.headers },
    body: JSON.stringify({ error: envelope }),
  };
}
