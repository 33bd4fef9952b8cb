import * as z from 'zod';
import type { AwsRequest, AwsResponse } from '../../service.ts';
import { AwsError } from './aws-error.ts';

type JsonAnswer = AwsResponse & { body: string };

export type Operation = (input: unknown) => unknown;

/** An operation whose input is parsed once, here at the edge; binary fields arrive as base64 (see `Blob`). */
export function operation<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>) => unknown,
): Operation {
  return (input) => run(schema.parse(input));
}

/** A binary value of the AWS JSON protocols. */
export const Blob = z.base64().transform((text) => Buffer.from(text, 'base64'));

/** The operation's name out of `X-Amz-Target: TrentService.Encrypt`. */
export function operationName(request: AwsRequest): string {
  const target = request.headers['x-amz-target'];
  return typeof target === 'string' ? target.slice(target.lastIndexOf('.') + 1) : '';
}

export function jsonBody(request: AwsRequest): unknown {
  return request.body.length === 0 ? {} : JSON.parse(request.body.toString('utf8'));
}

/** One field of a body that has not been validated yet: enough to tell which resource a request is about. */
export function textField(request: AwsRequest, name: string): string | undefined {
  const body = z.record(z.string(), z.unknown()).parse(jsonBody(request));
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

export function jsonError(error: AwsError): JsonAnswer {
  return {
    status: error.status,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify({ __type: error.type, message: error.message }),
  };
}

/** Answers a request of the JSON 1.1 protocol; `invalidType` is what the service calls a malformed input. */
export async function answerJson(
  request: AwsRequest,
  operations: Record<string, Operation>,
  invalidType = 'ValidationException',
): Promise<JsonAnswer> {
  const name = operationName(request);
  try {
    const run = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (!run) throw new AwsError('UnknownOperationException', `The local cloud does not know ${name}.`);
    const output = (await run(jsonBody(request))) ?? {};
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify(output),
    };
  } catch (error) {
    return jsonError(asAwsError(error, invalidType));
  }
}

/** Callers' mistakes become typed answers; anything else is a defect of the local cloud and goes up to the gateway. */
export function asAwsError(error: unknown, invalidType: string): AwsError {
  if (error instanceof AwsError) return error;
  if (error instanceof z.ZodError) return new AwsError(invalidType, z.prettifyError(error));
  if (error instanceof SyntaxError) return new AwsError('SerializationException', error.message);
  throw error;
}
