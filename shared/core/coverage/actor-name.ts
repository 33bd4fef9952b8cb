import type { TenantContext } from '../kernel/tenant-context.ts';
import { AutomationName } from './clipping.ts';

/** Who did it, as it is recorded on what they did. */
export function actorName({ actor }: TenantContext): string {
  if (actor.kind === 'member') return actor.memberId;
  return actor.kind === 'token' ? actor.tokenId : AutomationName;
}
