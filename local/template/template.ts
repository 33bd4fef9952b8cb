import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

const Properties: z.ZodType<JsonObject> = z.record(z.string(), z.json());

const Resource = z.looseObject({
  Type: z.string(),
  Properties: Properties.default({}),
  Metadata: Properties.default({}),
  Condition: z.string().optional(),
});
export type Resource = z.infer<typeof Resource>;

const Template = z.looseObject({
  Resources: z.record(z.string(), Resource),
  Parameters: z.record(z.string(), z.looseObject({ Default: z.json().optional() })).default({}),
  Conditions: z.record(z.string(), z.json()).default({}),
});
export type Template = z.infer<typeof Template>;

/** A synthesized stack: its template and the folder that its assets lie in. */
export interface SynthesizedStack {
  name: string;
  template: Template;
  assetsDir: string;
}

const Manifest = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      properties: z.looseObject({ templateFile: z.string().optional() }).optional(),
    }),
  ),
});

/** Reads the single stack of a cloud assembly (`cdk.out`). */
export function readAssembly(cdkOut: string): SynthesizedStack {
  const path = join(cdkOut, 'manifest.json');
  if (!existsSync(path)) throw new Error(`${cdkOut} holds no manifest.json: synthesize the app first.`);
  const { artifacts } = Manifest.parse(readJson(path));
  const stacks = Object.entries(artifacts).filter(
    ([, artifact]) => artifact.type === 'aws:cloudformation:stack',
  );
  const [only, second] = stacks;
  if (!only || second) {
    const names = stacks.map(([name]) => name).join(', ') || 'none';
    throw new Error(`The local cloud runs exactly one stack, but ${cdkOut} holds: ${names}.`);
  }
  const [name, artifact] = only;
  return readStack(name, join(cdkOut, artifact.properties?.templateFile ?? `${name}.template.json`), cdkOut);
}

export function readStack(name: string, templateFile: string, assetsDir: string): SynthesizedStack {
  return { name, template: Template.parse(readJson(templateFile)), assetsDir };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
