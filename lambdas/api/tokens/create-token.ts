import { CreateToken } from '../../../shared/contract/api/tokens.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import { issueToken } from '../../../shared/core/organizations/issue-token.ts';
import type { ApiTokenStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

interface Deps {
  apiTokens: ApiTokenStore;
  newId: NewId;
  randomSecret(): string;
}

export const createToken = (deps: Deps) =>
  route(CreateToken, ({ context, body, now }) => issueToken(deps, context, body, now));
