import type { NewId } from '../../../shared/core/kernel/ids.ts';
import type { ApiTokenStore } from '../../../shared/core/organizations/ports.ts';
import { apiTokens } from '../../../shared/runtime/live/api-tokens.ts';
import { newId, randomSecret } from '../../../shared/runtime/live/clock.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { createToken } from './create-token.ts';
import { listTokens } from './list-tokens.ts';
import { revokeToken } from './revoke-token.ts';

interface Deps {
  apiTokens: ApiTokenStore;
  newId: NewId;
  randomSecret(): string;
}

export const createTokensHandler = (deps: Deps) =>
  resource([createToken(deps), listTokens(deps), revokeToken(deps)]);

export const handler = createTokensHandler({ apiTokens, newId, randomSecret });
