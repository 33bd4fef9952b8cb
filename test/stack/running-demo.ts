import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const Demo = join(import.meta.dirname, '../../bin/demo.ts');

export interface RunningDemo {
  /** Waits for a line of the demo that contains a text. @throws with all it said, when it ends before. */
  line(containing: string): Promise<void>;
  kill(): Promise<void>;
  /** Waits for its end. */
  ended(): Promise<{ exitCode: number | null; output: string }>;
}

/** `npm run demo -- --state DIR` as a process of its own, so that it can be killed. */
export function runDemo(stateDir: string): RunningDemo {
  const child: ChildProcess = spawn(process.execPath, [Demo, '--state', stateDir], { stdio: 'pipe' });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let output = '';
  const listeners = new Set<() => void>();
  const take = (chunk: Buffer) => {
    output += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return {
    line: (containing) =>
      new Promise((resolve, reject) => {
        const look = () => output.includes(containing) && resolve();
        listeners.add(look);
        look();
        exited.then(
          () => reject(new Error(`The demo ended without saying “${containing}”:\n${output}`)),
          reject,
        );
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    ended: async () => {
      const [exitCode] = await exited;
      return { exitCode, output };
    },
  };
}
