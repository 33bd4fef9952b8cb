import { reportAlarms } from '../../infra/scheduler/report-alarms.ts';
import { requireEnvironment } from '../env.ts';

export const alarms = reportAlarms({
  groupName: requireEnvironment('SCHEDULE_GROUP_NAME'),
  queueArn: requireEnvironment('REPORTS_QUEUE_ARN'),
  roleArn: requireEnvironment('SCHEDULE_ROLE_ARN'),
});
