import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addressOf } from '../../lib/api.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { usePages } from '../../lib/use-pages.ts';
import {
  CreateSchedule,
  DeleteSchedule,
  ListDeliveries,
  ListSchedules,
  type Period,
  PreviewReport,
  type Schedule,
  type ScheduleChanges,
  type ScheduleInput,
  SendReportToMe,
  UpdateSchedule,
} from './operations.ts';

const PageSize = 25;

export function useSchedules() {
  const api = useApi();
  return usePages([QueryKeys.schedules], (cursor, signal) =>
    api.call(ListSchedules, { query: { limit: PageSize, cursor }, signal }),
  );
}

/** Makes a schedule, or changes the one that is given. */
export function useSaveSchedule(schedule: Schedule | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (body: ScheduleInput) =>
      schedule
        ? api.call(UpdateSchedule, {
            params: { scheduleId: schedule.scheduleId },
            body,
            ifMatch: schedule.version,
          })
        : api.call(CreateSchedule, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [QueryKeys.schedules] }),
  });
}

export function useScheduleActions({ scheduleId, version }: Pick<Schedule, 'scheduleId' | 'version'>) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { scheduleId };
  const onSettled = () => queries.invalidateQueries({ queryKey: [QueryKeys.schedules] });
  const update = useMutation({
    mutationFn: (body: ScheduleChanges) => api.call(UpdateSchedule, { params, body, ifMatch: version }),
    onSettled,
  });
  const remove = useMutation({ mutationFn: () => api.call(DeleteSchedule, { params }), onSettled });
  const send = useMutation({
    mutationFn: (period: Period) => api.call(SendReportToMe, { params, body: { period } }),
    onSettled: () => queries.invalidateQueries({ queryKey: [QueryKeys.deliveries] }),
  });
  return { update, remove, send };
}

export function useDeliveries(scheduleId: string) {
  const api = useApi();
  return usePages([QueryKeys.deliveries, scheduleId], (cursor, signal) =>
    api.call(ListDeliveries, { params: { scheduleId }, query: { limit: PageSize, cursor }, signal }),
  );
}

/** The report as a page, of the figures of now. */
export function usePreview(scheduleId: string, period: Period) {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.schedules, scheduleId, 'preview', period],
    queryFn: async ({ signal }) => {
      const path = addressOf(PreviewReport.path, { params: { scheduleId }, query: { period } });
      return (await api.request(path, { signal })).text();
    },
    placeholderData: keepPreviousData,
  });
}
