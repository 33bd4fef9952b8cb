import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Access, Endpoint } from './endpoint.ts';
import { outgoingEvents } from './outgoing-events.ts';
import { Problem, ProblemContentType } from './problem.ts';

/** The full OpenAPI 3.1 document of some endpoints, made from the very schemas that validate their requests. */
export function openApiDocument(endpoints: readonly Endpoint[], serverUrl: string): Record<string, unknown> {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Earshot',
      version: '1',
      description:
        'Hears what is said about an organization, in its social channels and in the press. Lists are paged by cursor; ' +
        'failures are RFC 9457 problem details; creating calls take an Idempotency-Key, updates an If-Match.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl }],
    tags: [...new Set(endpoints.map(({ resource }) => resource))].map((name) => ({ name })),
    paths,
    webhooks: outgoingEvents(),
    components: {
      securitySchemes: {
        signIn: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The ID token of the sign-in.',
        },
        apiToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API token with the scope of the operation.',
        },
      },
    },
  }) as unknown as Record<string, unknown>;
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  return {
    operationId: endpoint.id,
    tags: [endpoint.resource],
    summary: endpoint.summary,
    description: [endpoint.description, accessText(endpoint.access)].filter(Boolean).join('\n\n'),
    security: securityOf(endpoint.access),
    requestParams: {
      ...(endpoint.params && { path: endpoint.params }),
      ...(endpoint.query && { query: endpoint.query }),
      ...headersOf(endpoint),
    },
    ...(endpoint.body && {
      requestBody: { required: true, content: { 'application/json': { schema: endpoint.body } } },
    }),
    responses: {
      [String(endpoint.status)]: {
        description: endpoint.summary,
        ...(endpoint.response && {
          content: { [endpoint.produces ?? 'application/json']: { schema: endpoint.response } },
        }),
      },
      default: { description: 'A problem', content: { [ProblemContentType]: { schema: Problem } } },
    },
  } as ZodOpenApiOperationObject;
}

function headersOf(endpoint: Endpoint): { header?: z.ZodObject } {
  const headers = {
    ...(endpoint.idempotent && {
      'Idempotency-Key': z
        .string()
        .max(200)
        .optional()
        .describe('Repeating the call with the same key creates nothing.'),
    }),
    ...((endpoint.method === 'PATCH' || endpoint.method === 'PUT') && {
      'If-Match': z.string().optional().describe('The ETag of the answer that the change is based on.'),
    }),
  };
  return Object.keys(headers).length > 0 ? { header: z.object(headers) } : {};
}

function accessText(access: Access): string {
  if (access === 'public') return '';
  if (access === 'signed-in') return 'For every signed-in person.';
  const scope = access.scope ? `, or a token with the scope \`${access.scope}\`` : '; not for tokens';
  return `For members from the role **${access.role}**${scope}.`;
}

function securityOf(access: Access): Record<string, string[]>[] {
  if (access === 'public') return [];
  if (access === 'signed-in' || access.scope === null) return [{ signIn: [] }];
  return [{ signIn: [] }, { apiToken: [] }];
}
