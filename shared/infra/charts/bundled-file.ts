import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a file of a package lies: beside the bundle in a deployed function, in its package anywhere else. */
export function pathOfBundledFile(specifier: string): string {
  const beside = fileURLToPath(new URL(basename(specifier), import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(specifier);
}
