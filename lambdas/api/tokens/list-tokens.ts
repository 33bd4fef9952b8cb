import { ListTokens } from '../../../shared/contract/api/tokens.ts';
import type { ApiTokenStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listTokens = ({ apiTokens }: { apiTokens: ApiTokenStore }) =>
  route(ListTokens, async ({ context }) => ({ items: await apiTokens.list(context) }));
