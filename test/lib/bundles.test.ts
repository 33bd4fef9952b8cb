import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endpoints } from '../../shared/contract/api/all.ts';
import { Environment } from '../../shared/contract/env.ts';
import { QueueNames } from '../../shared/contract/queues.ts';
import { type Resource, type Synthesized, synthesize } from './synthesized.ts';

const LambdaFunction = z.looseObject({
  FunctionName: z.string(),
  Environment: z.looseObject({ Variables: z.record(z.string(), z.json()) }),
});

interface Bundle {
  name: string;
  module: string;
  /** Names of the variables that the stack sets. */
  variables: string[];
}

const MaximumBundleBytes = 3_000_000;

/** Values that every variable's schema accepts, as CloudFormation would fill them in. */
const exampleOf = (name: string): string => {
  if (name === 'STAGE') return 'dev';
  if (name === 'NODE_OPTIONS') return '';
  if (name.endsWith('SECONDS')) return '600';
  return /_URL$|_ISSUER$/.test(name) ? 'https://earshot.example/x' : 'x';
};

/**
 * Loads the bundle in a process of its own, as Lambda does, and answers how many arguments its handler takes, or why
 * it could not be loaded.
 */
function handlerArity({ module, variables }: Bundle): number | string {
  const script = `globalThis.awslambda = { streamifyResponse: (handler) => handler, HttpResponseStream: {} };
    const answer = await import(${JSON.stringify(pathToFileURL(module).href)}).then(
      ({ handler }) => handler.length,
      (error) => error.message,
    );
    console.log(JSON.stringify(answer));`;
  const environment = Object.fromEntries(variables.map((name) => [name, exampleOf(name)]));
  const env = { ...environment, AWS_REGION: 'eu-central-1', NODE_NO_WARNINGS: '1' };
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env });
  return z.union([z.number(), z.string()]).parse(JSON.parse(printed.toString()));
}

describe('the bundle of a function', () => {
  let stack: Synthesized;
  let bundles: Bundle[];
  beforeAll(() => {
    stack = synthesize();
    const bundleOf = ({ Properties, Metadata }: Resource): Bundle[] => {
      const parsed = LambdaFunction.safeParse(Properties);
      if (!parsed.success) return [];
      return [
        {
          name: parsed.data.FunctionName.replace('earshot-dev-', ''),
          module: join(stack.outdir, z.string().parse(Metadata['aws:asset:path']), 'index.mjs'),
          variables: Object.keys(parsed.data.Environment.Variables),
        },
      ];
    };
    bundles = Object.values(stack.ofType('AWS::Lambda::Function')).flatMap(bundleOf);
  }, 120_000);
  afterAll(() => stack?.remove());

  it('ST-01 loads with the variables that the stack gives, and takes no callback', {
    timeout: 120_000,
  }, () => {
    const streaming = new Set(
      endpoints.filter(({ stream }) => stream).map(({ resource }) => `api-${resource}`),
    );
    const arities = bundles.map((bundle) => ({ name: bundle.name, arity: handlerArity(bundle) }));
    // Node 24 on Lambda refuses a third argument, except of a streaming handler, where it is the context.
    const most = (name: string) => (streaming.has(name) ? 3 : 2);
    expect(arities.filter(({ name, arity }) => typeof arity === 'string' || arity > most(name))).toEqual([]);
    expect(arities.length).toBeGreaterThan(10);
  });

  it('ST-01 asks for no variable that the stack does not give', () => {
    const addresses = QueueNames.map((name) => `${name.toUpperCase()}_QUEUE_URL`);
    // Read only by functions that make cursors, send messages or run on one machine, but named in all of them.
    const onDemand = new Set(['SIGNING_SECRET_ARN', 'OUTSIDE_WORLD_URL', ...addresses]);
    const missing = bundles.flatMap(({ name, module, variables }) => {
      const code = readFileSync(module, 'utf8');
      const asked = Object.keys(Environment.shape).filter((variable) => code.includes(`"${variable}"`));
      return asked
        .filter((variable) => !onDemand.has(variable) && !variables.includes(variable))
        .map((variable) => `${name}: ${variable}`);
    });
    expect(missing).toEqual([]);
  });

  it('ST-05 is given no variable, and so no permission behind it, that its code does not ask for', () => {
    const surplus = bundles.flatMap(({ name, module, variables }) => {
      const code = readFileSync(module, 'utf8');
      return variables
        .filter((variable) => variable in Environment.shape && variable !== 'STAGE')
        .filter((variable) => !code.includes(`"${variable}"`))
        .map((variable) => `${name}: ${variable}`);
    });
    expect(surplus).toEqual([]);
  });

  it('ST-01 sends to no queue that the stack does not let it send to', () => {
    const missing = bundles.flatMap(({ name, module, variables }) => {
      const code = readFileSync(module, 'utf8');
      return QueueNames.filter((queue) => new RegExp(`[\\w$]\\("${queue}",`).test(code))
        .filter((queue) => !variables.includes(`${queue.toUpperCase()}_QUEUE_URL`))
        .map((queue) => `${name}: ${queue}`);
    });
    expect(missing).toEqual([]);
  });

  it('stays small enough to start quickly', () => {
    const sizes = bundles.map(({ name, module }) => ({ name, bytes: statSync(module).size }));
    expect(sizes.filter(({ bytes }) => bytes > MaximumBundleBytes)).toEqual([]);
  });
});
