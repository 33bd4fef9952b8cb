import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { buildSync } from 'esbuild';
import { BundledFiles } from '../shared/contract/bundled-files.ts';

const Root = join(import.meta.dirname, '..');

/** Some dependencies still use `require` and `__dirname`, which an ES module does not have by itself. */
const CommonJsBanner =
  "import{createRequire as earshotRequire}from'node:module';const require=earshotRequire(import.meta.url),__dirname=import.meta.dirname;";

export interface Bundles {
  /** The folder with a function's `index.mjs`. */
  folderOf(name: string): string | undefined;
  remove(): void;
}

/**
 * Bundles all functions in one run of esbuild and lays each into a folder of its own, with its source map
 * and the files of packages that it reads.
 * The bundles depend on the sources alone, not on where they are built, so that the same sources give the same assets.
 */
export function bundleFunctions(entries: Readonly<Record<string, string>>): Bundles {
  const built = buildSync({
    absWorkingDir: Root,
    entryPoints: Object.entries(entries).map(([name, path]) => ({ in: path, out: `${name}/index` })),
    outdir: 'functions',
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    banner: { js: CommonJsBanner },
    logLevel: 'warning',
  });
  const folder = mkdtempSync(join(tmpdir(), 'earshot-functions-'));
  for (const { path, contents } of built.outputFiles) {
    const target = join(folder, relative(join(Root, 'functions'), path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, contents);
  }
  layFilesBeside(folder, Object.keys(entries));
  return {
    folderOf: (name) => (name in entries ? join(folder, name) : undefined),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Puts what cannot be bundled next to the functions that read it. */
function layFilesBeside(folder: string, names: readonly string[]): void {
  const { resolve } = createRequire(import.meta.url);
  for (const name of names) {
    for (const file of BundledFiles[name] ?? []) {
      copyFileSync(resolve(file), join(folder, name, basename(file)));
    }
  }
}
