import { RevokeToken } from '../../../shared/contract/api/tokens.ts';
import type { ApiTokenStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const revokeToken = ({ apiTokens }: { apiTokens: ApiTokenStore }) =>
  route(RevokeToken, async ({ context, params }) => {
    await apiTokens.revoke(context, params.tokenId);
    return undefined;
  });
