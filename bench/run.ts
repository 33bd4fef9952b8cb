import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run bench <name> [arguments]`: runs `bench/<name>.ts`, whose last line is its result as JSON. */
const [name = '', ...rest] = process.argv.slice(2);
const file = new URL(`./${name}.ts`, import.meta.url);
if (!/^[a-z-]+$/.test(name) || name === 'run' || !existsSync(file)) {
  console.error('Usage: npm run bench <name>, a file of the folder bench');
  process.exitCode = 2;
} else {
  // The benchmark finds its own arguments where it would if it were run by itself.
  process.argv.splice(1, process.argv.length, fileURLToPath(file), ...rest);
  await import(file.href);
}
