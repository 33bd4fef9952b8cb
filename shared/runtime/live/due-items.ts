import type { DueKind } from '../../core/kernel/due.ts';
import type { Instant } from '../../core/kernel/time.ts';
import { dueItems as read } from '../../infra/dynamo/due-index.ts';
import { table } from './table.ts';

export const dueItems = (kind: DueKind, until: Instant) => read(table, kind, until);
