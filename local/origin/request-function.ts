import { Script } from 'node:vm';
import * as z from 'zod';
import type { Resolver } from '../template/resolve.ts';
import type { Template } from '../template/template.ts';

/** Answers the path that a request asks the origin for. */
export type RequestFunction = (method: string, path: string) => string;

const FunctionProperties = z.looseObject({ FunctionCode: z.string() });
const Request = z.looseObject({ uri: z.string() });

/** The template's CloudFront functions by ARN. The stack uses them to rewrite paths, so only that is supported. */
export function readRequestFunctions(
  template: Template,
  resolver: Resolver,
): ReadonlyMap<string, RequestFunction> {
  const functions = new Map<string, RequestFunction>();
  for (const [logicalId, { Type }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::CloudFront::Function') continue;
    const { FunctionCode } = FunctionProperties.parse(resolver.properties(logicalId));
    const script = new Script(`${FunctionCode}\n;JSON.stringify(handler(JSON.parse(eventJson)))`);
    functions.set(resolver.identityOf(logicalId).ref, (method, path) => {
      const request = { method, uri: path, querystring: {}, headers: {}, cookies: {} };
      const event = { version: '1.0', context: { eventType: 'viewer-request' }, request };
      const answer: unknown = script.runInNewContext(
        { eventJson: JSON.stringify(event) },
        { timeout: 1_000 },
      );
      return Request.parse(JSON.parse(z.string().parse(answer))).uri;
    });
  }
  return functions;
}
