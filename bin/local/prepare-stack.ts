import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalStage } from '../../shared/contract/env.ts';

const Root = join(import.meta.dirname, '../..');

const ConsoleSources = [
  'web/index.html',
  'web/vite.config.ts',
  'web/{src,public}/**',
  'shared/contract/**',
  'package-lock.json',
];
const StackSources = ['bin/app.ts', '{lib,lambdas,shared}/**', 'web/dist/**', 'package-lock.json'];

/** The domain of the report mails' sender is verified in the local SES, as an operator does it in the real one. */
const context = { stage: LocalStage, mailDomain: 'earshot.example' };

/** Builds the console and synthesizes the CDK app of the local stage, each only if its sources changed. */
export function prepareStack(outdir: string): void {
  buildConsole();
  const fingerprintFile = join(outdir, 'fingerprint');
  const fingerprint = fingerprintOf(StackSources);
  if (existsSync(fingerprintFile) && readFileSync(fingerprintFile, 'utf8') === fingerprint) return;
  rmSync(outdir, { recursive: true, force: true });
  run([join(Root, 'bin/app.ts')], { CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(context) });
  writeFileSync(fingerprintFile, fingerprint);
}

function buildConsole(): void {
  const page = join(Root, 'web/dist/index.html');
  const builtAt = existsSync(page) ? statSync(page).mtimeMs : 0;
  if (filesOf(ConsoleSources).every((path) => statSync(path).mtimeMs <= builtAt)) return;
  run([join(Root, 'node_modules/vite/bin/vite.js'), 'build', join(Root, 'web'), '--logLevel', 'warn']);
}

function run(command: string[], environment: Record<string, string> = {}): void {
  execFileSync(process.execPath, command, {
    cwd: Root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function fingerprintOf(patterns: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(context));
  for (const path of filesOf(patterns)) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesOf(patterns: string[]): string[] {
  return globSync(patterns, { cwd: Root })
    .map((path) => join(Root, path))
    .filter((path) => statSync(path).isFile())
    .sort();
}
