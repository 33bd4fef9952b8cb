import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type * as contract from '../../../shared/contract/api/jobs.ts';
import { type Answer, operation } from './operation.ts';
import { QueryKeys } from './query-keys.ts';
import { useApi } from './services.ts';

export type Job = Answer<typeof contract.GetJob>;

const GetJob = operation<typeof contract.GetJob>('GET', '/v1/jobs/{jobId}', false);
const PollMilliseconds = 1_500;

/** Follows long work until it has ended, and says so once. */
export function useJob(jobId: string | undefined, onEnded?: (job: Job) => void) {
  const api = useApi();
  const query = useQuery({
    queryKey: [QueryKeys.jobs, jobId],
    queryFn: ({ signal }) => api.call(GetJob, { params: { jobId: jobId ?? '' }, signal }),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (state.data && hasEnded(state.data) ? false : PollMilliseconds),
  });
  const ended = query.data && hasEnded(query.data) ? query.data : undefined;
  const tell = useEffectEvent(() => ended && onEnded?.(ended));
  const endedId = ended?.jobId;
  useEffect(() => {
    if (endedId !== undefined) tell();
  }, [endedId]);
  return query;
}

function hasEnded({ status }: Job): boolean {
  return status !== 'running';
}
