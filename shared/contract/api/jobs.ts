import * as z from 'zod';
import { Job } from '../../core/activity/job.ts';
import { endpoint } from '../endpoint.ts';

export const GetJob = endpoint({
  id: 'getJob',
  method: 'GET',
  path: '/v1/jobs/{jobId}',
  resource: 'jobs',
  access: { role: 'viewer', scope: 'activity:read' },
  summary: 'The progress and result of long work; kept for 7 days',
  params: z.object({ jobId: z.string() }),
  status: 200,
  response: Job,
});

export const jobsEndpoints = [GetJob];
