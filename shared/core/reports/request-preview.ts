import { AppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { OrganizationStore } from '../organizations/ports.ts';
import { type ManageDeps, readSchedule } from './manage-schedule.ts';
import type { AskedPreview } from './send-report.ts';

export interface PreviewDeps extends Pick<ManageDeps, 'schedules'> {
  organizations: Pick<OrganizationStore, 'member'>;
  newId: NewId;
  requestReport(request: {
    context: TenantContext;
    scheduleId: string;
    preview: AskedPreview;
  }): Promise<void>;
}

/** RP-04: sends a report to the member who asks for it, at the address that they sign in with, and to nobody else. */
export async function requestPreview(
  deps: PreviewDeps,
  context: TenantContext,
  scheduleId: string,
  period: AskedPreview['period'],
): Promise<string> {
  await readSchedule(deps, context, scheduleId);
  const { actor } = context;
  const member =
    actor.kind === 'member' ? await deps.organizations.member(context, actor.memberId) : undefined;
  if (!member) throw new AppError('forbidden', 'people_only', 'Only people may have a report sent to them.');
  const deliveryId = deps.newId('del');
  const { email, name } = member;
  const preview = { deliveryId, recipient: { email, name }, period };
  await deps.requestReport({ context, scheduleId, preview });
  return deliveryId;
}
