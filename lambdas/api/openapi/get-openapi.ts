import { endpoints } from '../../../shared/contract/api/all.ts';
import { GetOpenApi } from '../../../shared/contract/api/openapi.ts';
import { openApiDocument } from '../../../shared/contract/openapi.ts';
import { reply, route } from '../../../shared/runtime/route.ts';

let document: Record<string, unknown> | undefined;

export const getOpenApi = (publicUrl: string) =>
  route(GetOpenApi, async () => {
    document ??= openApiDocument(endpoints, publicUrl);
    return reply(document, { headers: { 'cache-control': 'public, max-age=300' } });
  });
