import * as z from 'zod';
import { endpoint } from '../endpoint.ts';

export const GetOpenApi = endpoint({
  id: 'getOpenApi',
  method: 'GET',
  path: '/v1/openapi.json',
  resource: 'openapi',
  access: 'public',
  summary: 'This document',
  status: 200,
  response: z.record(z.string(), z.unknown()),
});

export const openapiEndpoints = [GetOpenApi];
