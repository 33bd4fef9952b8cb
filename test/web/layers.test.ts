import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../web/src/', import.meta.url));

/** What each layer may import of the console itself: one direction, lib → ui → features → app. */
const allowed: Record<string, readonly string[]> = {
  lib: ['lib'],
  ui: ['lib', 'ui'],
  features: ['lib', 'ui', 'features'],
  app: ['lib', 'ui', 'features', 'app'],
  'main.tsx': ['lib', 'ui', 'app'],
};

interface Import {
  from: string;
  to: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map(([, target = '']) => ({
    from: file,
    to: relative(src, join(src, dirname(file), target)),
  }));
}

const imports = globSync('**/*.{ts,tsx}', { cwd: src }).flatMap(importsOf);
const layerOf = (path: string) => path.split('/')[0] ?? '';
const featureOf = (path: string) => path.split('/')[1] ?? '';
const isInside = ({ to }: Import) => !to.startsWith('..');

it('looks at the imports of the whole console', () => {
  expect(imports.length).toBeGreaterThan(300);
});

it('imports in one direction: lib, ui, features, app', () => {
  expect(
    imports.filter((one) => isInside(one) && !allowed[layerOf(one.from)]?.includes(layerOf(one.to))),
  ).toEqual([]);
});

it('keeps features apart from each other', () => {
  const crossing = imports.filter(
    ({ from, to }) =>
      layerOf(from) === 'features' && layerOf(to) === 'features' && featureOf(from) !== featureOf(to),
  );
  expect(crossing).toEqual([]);
});

it('takes nothing but types from the contract, so that no schema is bundled', () => {
  const outside = imports.filter((one) => !isInside(one));
  const bundled = outside.filter(({ from, to }) => {
    const text = readFileSync(join(src, from), 'utf8');
    const name = to.split('/').at(-1) ?? '';
    return !to.startsWith('../../shared/contract/') || !new RegExp(`import type [^;]*${name}'`).test(text);
  });
  expect(outside.length).toBeGreaterThan(5);
  expect(bundled).toEqual([]);
});
