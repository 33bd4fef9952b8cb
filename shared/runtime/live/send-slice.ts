import type { SendSlice } from '../../core/activity/run-slice.ts';
import { sendTo } from './queues.ts';

export const sendSlice: SendSlice = ({ organizationId }, jobId, slice) =>
  sendTo('jobs', [{ body: { organizationId, jobId, slice } }]);
