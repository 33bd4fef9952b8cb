import { ListExecutions } from '../../../shared/contract/api/automation.ts';
import type { ExecutionStore } from '../../../shared/core/automation/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listExecutions = ({ executions }: { executions: ExecutionStore }) =>
  route(ListExecutions, ({ context, query }) => {
    const { limit, cursor, ...filter } = query;
    return executions.page(context, filter, { limit, cursor });
  });
