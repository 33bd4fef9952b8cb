import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A process id alone is reused by the system; together with its start it names one process for good. */
export interface ProcessIdentity {
  processId: number;
  startedAt: string;
}

/** Answers undefined for a process that has ended, even if nobody has collected its exit status yet. */
export function identityOfProcess(processId: number): ProcessIdentity | undefined {
  const startedAt = existsSync('/proc/self/stat') ? startFromProc(processId) : startFromPs(processId);
  return startedAt ? { processId, startedAt } : undefined;
}

export function isRunning({ processId, startedAt }: ProcessIdentity): boolean {
  return identityOfProcess(processId)?.startedAt === startedAt;
}

/** Fields 3 (state) and 22 (start time) of proc(5); the second field may hold spaces and parentheses. */
function startFromProc(processId: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** macOS has no /proc. */
function startFromPs(processId: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(processId)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
