import { GetJob } from '../../../shared/contract/api/jobs.ts';
import type { Job } from '../../../shared/core/activity/job.ts';
import { FakeProblem, type FakeRoute, fake } from './fake-route.ts';

/** Long work that is half done when it is begun, and done when somebody looks. */
export class FakeJobs {
  readonly #jobs = new Map<string, Job>();

  start(kind: Job['kind'], result: Job['result']): Job {
    const jobId = `job_${this.#jobs.size + 1}`;
    const at = '2026-11-20T10:00:00.000Z';
    const done = { jobId, kind, parts: 2, result, createdAt: at, createdBy: 'user-mara' };
    this.#jobs.set(jobId, { ...done, status: 'succeeded', doneParts: 2, finishedAt: at });
    return { ...done, status: 'running', doneParts: 1, result: null, finishedAt: null };
  }

  find(jobId: string): Job {
    const job = this.#jobs.get(jobId);
    if (!job) throw new FakeProblem(404, 'not_found', 'The job was not found.');
    return job;
  }

  routes(): FakeRoute[] {
    return [fake(GetJob, ({ params }) => this.find(params.jobId))];
  }
}
