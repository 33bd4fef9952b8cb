import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { CannotStart } from '../cannot-start.ts';
import { identityOfProcess, isRunning, type ProcessIdentity } from './process-identity.ts';

/** Everything that a local cloud remembers, held by one runner at a time. */
export interface StateFolder {
  /** Whether there was nothing to remember. */
  startedFresh: boolean;
  /** The folder of one part, created when missing. */
  part(name: string): string;
  /** Notes a child, so that the next start can end it if this process is killed. */
  onChild(processId: number): void;
  release(): void;
}

const ProcessIdentitySchema = z.object({ processId: z.number(), startedAt: z.string() });
const RunnerFile = 'runner.json';
const ChildrenFile = 'children.jsonl';
/** The synthesized stack follows from the sources; it is nothing to be remembered or forgotten. */
const StackFolder = 'stack';
const notRemembered = new Set([RunnerFile, StackFolder]);

/** Takes the folder, refuses it when another runner has it, and ends what a killed runner left behind. */
export async function openStateFolder(
  folder: string,
  { fresh }: { fresh?: boolean | undefined } = {},
): Promise<StateFolder> {
  const path = resolve(folder);
  mkdirSync(path, { recursive: true });
  const runnerFile = join(path, RunnerFile);
  const childrenFile = join(path, ChildrenFile);
  lock(runnerFile, path);
  await endLeftovers(childrenFile);
  if (fresh) {
    for (const name of readdirSync(path)) {
      if (!notRemembered.has(name)) rmSync(join(path, name), { recursive: true, force: true });
    }
  }
  const startedFresh = readdirSync(path).every((name) => notRemembered.has(name));
  return {
    startedFresh,
    part(name) {
      const part = join(path, name);
      mkdirSync(part, { recursive: true });
      return part;
    },
    onChild(processId) {
      const child = identityOfProcess(processId);
      if (child) appendFileSync(childrenFile, `${JSON.stringify(child)}\n`);
    },
    release: () => rmSync(runnerFile, { force: true }),
  };
}

/** Where a stack is synthesized that runs on this folder; refused while another runner uses it. */
export function stackFolderIn(folder: string): string {
  const path = resolve(folder);
  refuseIfHeld(join(path, RunnerFile), path);
  return join(path, StackFolder);
}

function refuseIfHeld(runnerFile: string, path: string): void {
  const holder = existsSync(runnerFile) ? readIdentities(runnerFile)[0] : undefined;
  if (holder && isRunning(holder)) {
    throw new CannotStart(
      `Process ${holder.processId} already runs on ${path}. Stop it first, or choose another folder with --state.`,
    );
  }
}

function lock(runnerFile: string, path: string): void {
  refuseIfHeld(runnerFile, path);
  // Creating the file is the lock: of two runners that start at once, one fails here.
  rmSync(runnerFile, { force: true });
  writeFileSync(runnerFile, JSON.stringify(identityOfProcess(process.pid)), { flag: 'wx' });
}

async function endLeftovers(childrenFile: string): Promise<void> {
  if (!existsSync(childrenFile)) return;
  const leftovers = readIdentities(childrenFile).filter(isRunning);
  for (const { processId } of leftovers) process.kill(processId, 'SIGKILL');
  while (leftovers.some(isRunning)) await pause(20);
  rmSync(childrenFile);
}

/** A line that was cut off by a crash names no process. */
function readIdentities(file: string): ProcessIdentity[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const parsed = line ? ProcessIdentitySchema.safeParse(safeJson(line)) : undefined;
      return parsed?.success ? [parsed.data] : [];
    });
}

function safeJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
