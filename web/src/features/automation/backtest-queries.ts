import { useMutation, useQuery } from '@tanstack/react-query';
import { useJob } from '../../lib/jobs.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { usePages } from '../../lib/use-pages.ts';
import {
  type BacktestRequest,
  type ExampleList,
  GetBacktest,
  ListExamples,
  StartBacktest,
} from './operations.ts';

const ExamplesPerPage = 10;

export function useStartBacktest() {
  const api = useApi();
  const start = useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (body: BacktestRequest) => api.call(StartBacktest, { body }),
  });
  const { data } = useJob(start.data?.jobId);
  return { start, job: data ?? start.data };
}

export function useBacktest(jobId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.jobs, jobId, 'backtest'],
    queryFn: ({ signal }) => api.call(GetBacktest, { params: { jobId }, signal }),
  });
}

export function useExamples(jobId: string, list: ExampleList) {
  const api = useApi();
  return usePages([QueryKeys.jobs, jobId, 'examples', list], (cursor, signal) =>
    api.call(ListExamples, { params: { jobId }, query: { list, limit: ExamplesPerPage, cursor }, signal }),
  );
}
