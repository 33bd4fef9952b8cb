import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const loudLevels = new Set(['WARN', 'ERROR', 'CRITICAL', 'FATAL']);

export interface FunctionLog {
  follow(output: Readable, kind: 'stdout' | 'stderr'): void;
  write(line: string): void;
  close(): Promise<void>;
}

/** Everything that a function writes goes to its file; warnings and worse also to whoever started the stack. */
export function openFunctionLog(logsDir: string, name: string, report: (line: string) => void): FunctionLog {
  mkdirSync(logsDir, { recursive: true });
  const file = createWriteStream(join(logsDir, `${name}.log`), { flags: 'a' });
  return {
    follow(output, kind) {
      createInterface({ input: output }).on('line', (line) => {
        file.write(`${line}\n`);
        if (isLoud(line, kind)) report(`${name}: ${line}`);
      });
    },
    write(line) {
      file.write(`${line}\n`);
      report(`${name}: ${line}`);
    },
    close: () => new Promise((resolve) => file.end(resolve)),
  };
}

function isLoud(line: string, kind: 'stdout' | 'stderr'): boolean {
  if (line.startsWith('{')) {
    const level = /"level":\s*"(\w+)"/.exec(line)?.[1];
    if (level) return loudLevels.has(level.toUpperCase());
  }
  return kind === 'stderr' && line.trim() !== '';
}
