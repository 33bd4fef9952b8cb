import { identifyCaller } from '../../shared/core/organizations/identify-caller.ts';
import { authorizer } from '../../shared/runtime/authorizer.ts';
import { apiTokenEntries } from '../../shared/runtime/live/api-tokens.ts';
import { memberships, organizations } from '../../shared/runtime/live/organizations.ts';
import { verifyToken } from '../../shared/runtime/live/verify-token.ts';

const deps = { verifyToken, memberships, organizations, apiTokens: apiTokenEntries };

export const handler = authorizer((authorization, now) => identifyCaller(deps, authorization, now));
