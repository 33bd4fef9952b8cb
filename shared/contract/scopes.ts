import type { Scope } from './endpoint.ts';

/** What an API token may be allowed to do: each resource to read or to write. */
export const TokenScopes = [
  'organization:read',
  'organization:write',
  'accounts:read',
  'accounts:write',
  'interactions:read',
  'interactions:write',
  'automation:read',
  'automation:write',
  'publications:read',
  'publications:write',
  'campaigns:read',
  'campaigns:write',
  'coverage:read',
  'coverage:write',
  'reports:read',
  'reports:write',
  'webhooks:read',
  'webhooks:write',
  'analytics:read',
  'activity:read',
] as const satisfies readonly Scope[];
