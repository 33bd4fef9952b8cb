import type { PreviewDeps } from '../../core/reports/request-preview.ts';
import { clock } from './clock.ts';
import { sendTo } from './queues.ts';

export const requestReport: PreviewDeps['requestReport'] = ({ context, scheduleId, preview }) => {
  const { organizationId } = context;
  return sendTo('reports', [{ body: { organizationId, scheduleId, scheduledAt: clock.now(), preview } }]);
};
