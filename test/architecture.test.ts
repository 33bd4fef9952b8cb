import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const Root = resolve(import.meta.dirname, '..');
const Rooms = [
  'shared/core',
  'shared/contract',
  'shared/infra',
  'shared/runtime',
  'lambdas',
  'lib',
  'web',
  'local',
] as const;
type Room = (typeof Rooms)[number] | 'elsewhere';

/** Who may import whom; each room may always import itself. */
const MayImport: Record<(typeof Rooms)[number], readonly Room[]> = {
  'shared/core': [],
  'shared/contract': ['shared/core'],
  'shared/infra': ['shared/core', 'shared/contract'],
  'shared/runtime': ['shared/infra', 'shared/core', 'shared/contract'],
  lambdas: ['shared/runtime', 'shared/contract', 'shared/core'],
  lib: ['shared/contract'],
  web: ['shared/contract'],
  local: ['shared/contract'],
};

/** Packages that core may use beside Node's pure ones. */
const CorePackages = new Set(['zod', 'node:crypto']);

interface SourceFile {
  path: string;
  room: Room;
  text: string;
  imports: string[];
}

function importsOf(text: string): string[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}

function roomOf(path: string): Room {
  return Rooms.find((room) => path.startsWith(`${room}/`)) ?? 'elsewhere';
}

function sources(): SourceFile[] {
  return Rooms.flatMap((room) =>
    readdirSync(join(Root, room), { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  )
    .filter(
      (path) => /\.(ts|tsx|mts)$/.test(path) && !path.includes('node_modules') && !path.includes('/dist/'),
    )
    .map((path) => {
      const text = readFileSync(join(Root, path), 'utf8');
      return { path, room: roomOf(path), text, imports: importsOf(text) };
    });
}

function targetRoom(file: SourceFile, specifier: string): Room | 'package' {
  if (!specifier.startsWith('.')) return 'package';
  return roomOf(relative(Root, resolve(Root, dirname(file.path), specifier)));
}

const files = sources();
const violations = (offends: (file: SourceFile, specifier: string) => boolean) =>
  files.flatMap((file) =>
    file.imports
      .filter((specifier) => offends(file, specifier))
      .map((specifier) => `${file.path} → ${specifier}`),
  );
const filesWith = (rooms: readonly Room[], pattern: RegExp) =>
  files
    .filter((file) => rooms.includes(file.room) && pattern.test(withoutComments(file.text)))
    .map(({ path }) => path);

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

describe('the architecture', () => {
  it('reads import statements of every form', () => {
    const text = `import a from 'a';\nimport { b,\n  c } from "./b.ts";\nimport type { D } from './d.ts';\nexport { e } from './e.ts';\nimport './f.css';\nconst g = await import('./g.ts');`;

    expect(importsOf(text)).toEqual(['a', './b.ts', './d.ts', './e.ts', './f.css', './g.ts']);
    expect(files.length).toBeGreaterThan(100);
  });

  it('lets each room import only the rooms that it may know', () => {
    expect(
      violations((file, specifier) => {
        const target = targetRoom(file, specifier);
        if (target === 'package' || target === file.room || file.room === 'elsewhere') return false;
        return !MayImport[file.room].includes(target);
      }),
    ).toEqual([]);
  });

  it('keeps core free of packages other than zod', () => {
    expect(
      violations(
        (file, specifier) =>
          file.room === 'shared/core' && !specifier.startsWith('.') && !CorePackages.has(specifier),
      ),
    ).toEqual([]);
  });

  it('lets only infra import the AWS SDK and rss-parser', () => {
    expect(
      violations(
        (file, specifier) =>
          /^(@aws-sdk\/|rss-parser)/.test(specifier) &&
          (file.path.startsWith('shared/') || file.path.startsWith('lambdas/')) &&
          file.room !== 'shared/infra',
      ),
    ).toEqual([]);
  });

  it('reads the environment in one file only', () => {
    expect(
      filesWith(
        ['shared/core', 'shared/contract', 'shared/infra', 'shared/runtime', 'lambdas'],
        /process\.env/,
      ),
    ).toEqual(['shared/runtime/env.ts']);
  });

  it('keeps clock, chance and console out of core', () => {
    expect(
      filesWith(
        ['shared/core'],
        /Date\.now\(|new Date\(\)|Math\.random\(|\bconsole\.|randomBytes|randomUUID|performance\.now/,
      ),
    ).toEqual([]);
  });

  it('has no rooms for things without a name', () => {
    expect(
      files
        .map(({ path }) => path)
        .filter((path) => /(^|[/-])(utils?|helpers?|common|managers?|misc)([/.-]|$)/.test(path)),
    ).toEqual([]);
  });
});
