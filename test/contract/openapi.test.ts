import { describe, expect, it } from 'vitest';
import { endpoints } from '../../shared/contract/api/all.ts';
import type { Access } from '../../shared/contract/endpoint.ts';
import { openApiDocument } from '../../shared/contract/openapi.ts';
import { TokenScopes } from '../../shared/contract/scopes.ts';
import { TestEventType, WebhookEventTypes } from '../../shared/core/webhooks/webhook-event.ts';

const scopeOf = (access: Access) => (typeof access === 'object' ? access.scope : null);

describe('the contract', () => {
  it('ST-03 has one operation per id and per method and path', () => {
    const ids = endpoints.map(({ id }) => id);
    const operations = endpoints.map(({ method, path }) => `${method} ${path}`);

    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(operations).size).toBe(operations.length);
  });

  it('ST-03 declares every path parameter, and no other', () => {
    for (const { id, path, params } of endpoints) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect({ id, params: Object.keys(params?.shape ?? {}).sort() }).toEqual({ id, params: inPath.sort() });
    }
  });

  it('ST-07 asks only for scopes that a token can have, and offers only scopes that something asks for', () => {
    const asked = new Set(endpoints.map(({ access }) => scopeOf(access)).filter((scope) => scope !== null));

    expect([...asked].sort()).toEqual([...TokenScopes].sort());
  });

  it('ST-07 never lets a token that may only read change something', () => {
    const changing = endpoints.filter(
      ({ method, access }) => method !== 'GET' && scopeOf(access)?.endsWith(':read'),
    );

    expect(changing.map(({ id }) => id)).toEqual([]);
  });

  it('ST-03 is published as OpenAPI 3.1 with every operation and its schemas', () => {
    const document = openApiDocument(endpoints, 'https://earshot.example') as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const published = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );

    expect(document.openapi).toBe('3.1.0');
    expect(published.sort()).toEqual(endpoints.map(({ id }) => id).sort());
  });

  it('AR-19 publishes every event that webhooks are told, with the schema of its body', () => {
    const { webhooks } = openApiDocument(endpoints, 'https://earshot.example') as {
      webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: object }> } } }>;
    };

    expect(Object.keys(webhooks)).toEqual([...WebhookEventTypes, TestEventType]);
    expect(webhooks['comment.captured']?.post.requestBody.content['application/json']?.schema).toMatchObject({
      type: 'object',
      required: ['type', 'timestamp', 'data'],
      properties: { type: { const: 'comment.captured' } },
    });
  });
});
