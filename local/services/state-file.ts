import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as z from 'zod';

export interface StateFile<State> {
  state: State;
  save: () => void;
}

/** Opens a service's state: a JSON file that is replaced as a whole, so a killed process leaves the old or the new one. */
export function openStateFile<State>(path: string, schema: z.ZodType<State>, fresh: State): StateFile<State> {
  mkdirSync(dirname(path), { recursive: true });
  const state = existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : fresh;
  return { state, save: () => replaceFile(path, JSON.stringify(state, null, 1)) };
}

/** Readers see the old content or the new one, never half of it. Private to this user: keys and passwords live here. */
export function replaceFile(path: string, content: string | Buffer): void {
  const draft = `${path}.draft`;
  writeFileSync(draft, content, { mode: 0o600 });
  renameSync(draft, path);
}
