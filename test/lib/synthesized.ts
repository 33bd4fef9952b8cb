import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { earshotApp } from '../../lib/earshot-app.ts';

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.json()).default({}),
  Metadata: z.record(z.string(), z.json()).default({}),
  DependsOn: z.array(z.string()).default([]),
});
export type Resource = z.infer<typeof Resource>;

const Template = z.looseObject({ Resources: z.record(z.string(), Resource) });

export interface Synthesized {
  /** The template as CloudFormation would get it. */
  text: string;
  outdir: string;
  resources: Record<string, Resource>;
  ofType(type: string): Record<string, Resource>;
  remove(): void;
}

/** Synthesizes the app into a temporary folder, with a console of one page. Some 50 MB: remove it when done. */
export function synthesize(context: Record<string, string> = {}): Synthesized {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-synth-'));
  const consoleFolder = join(folder, 'console');
  const outdir = join(folder, 'cdk.out');
  mkdirSync(consoleFolder);
  writeFileSync(join(consoleFolder, 'index.html'), '<!doctype html><title>Earshot</title>');
  earshotApp({ outdir, consoleFolder, context }).synth();
  const text = readFileSync(join(outdir, `Earshot-${context['stage'] ?? 'dev'}.template.json`), 'utf8');
  const resources = Template.parse(JSON.parse(text)).Resources;
  const ofType = (type: string) =>
    Object.fromEntries(Object.entries(resources).filter(([, resource]) => resource.Type === type));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { text, outdir, resources, ofType, remove };
}
