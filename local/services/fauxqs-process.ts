import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { ServiceOptions } from './service-options.ts';

export interface Fauxqs {
  endpoint: string;
  close(): Promise<void>;
}

const Ready = z.object({ port: z.number() });

/** Starts the embedded SQS and S3 in a process of its own, so that its work never delays the runner's. */
export async function startFauxqsProcess(options: ServiceOptions): Promise<Fauxqs> {
  mkdirSync(options.stateDir, { recursive: true });
  const script = fileURLToPath(new URL('./fauxqs-child.ts', import.meta.url));
  const child = fork(script, [options.stateDir, options.region], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  if (child.pid !== undefined) options.onChild?.(child.pid);
  const { port } = Ready.parse(await firstMessage(child));
  return { endpoint: `http://127.0.0.1:${port}`, close: () => end(child) };
}

async function firstMessage(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The embedded SQS and S3 did not start (exit code ${code}).`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
