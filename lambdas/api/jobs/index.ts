import type { JobStore } from '../../../shared/core/activity/job-ports.ts';
import { jobs } from '../../../shared/runtime/live/jobs.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { getJob } from './get-job.ts';

export const createJobsHandler = (deps: { jobs: JobStore }) => resource([getJob(deps)]);

export const handler = createJobsHandler({ jobs });
