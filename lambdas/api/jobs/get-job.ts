import { GetJob } from '../../../shared/contract/api/jobs.ts';
import type { JobStore } from '../../../shared/core/activity/job-ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getJob = ({ jobs }: { jobs: JobStore }) =>
  route(GetJob, ({ context, params }) => jobs.get(context, params.jobId));
