import { requireEnvironment } from '../../../shared/runtime/env.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { getOpenApi } from './get-openapi.ts';

export const createOpenApiHandler = (publicUrl: string) => resource([getOpenApi(publicUrl)]);

export const handler = createOpenApiHandler(requireEnvironment('PUBLIC_URL'));
