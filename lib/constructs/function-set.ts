import { Construct } from 'constructs';
import { bundleFunctions } from '../bundle-functions.ts';
import type { StageConfig } from '../config.ts';
import { AppFunction, type AppFunctionProps, type Capability } from './app-function.ts';

export type FunctionSize = Omit<AppFunctionProps, 'config' | 'name' | 'bundle'>;

/** All functions of the stack, bundled together; each is defined once, by the path of its code below `lambdas`. */
export class FunctionSet extends Construct {
  readonly #config: StageConfig;
  readonly #bundles: Map<string, string>;
  readonly #defined = new Map<string, AppFunction>();

  constructor(scope: Construct, id: string, config: StageConfig, entries: Readonly<Record<string, string>>) {
    super(scope, id);
    this.#config = config;
    this.#bundles = bundleFunctions(entries);
  }

  get all(): readonly AppFunction[] {
    return [...this.#defined.values()];
  }

  has(path: string): boolean {
    return this.#bundles.has(path);
  }

  define(path: string, size: FunctionSize, capabilities: readonly Capability[]): AppFunction {
    const bundle = this.#bundles.get(path);
    if (!bundle) throw new Error(`lambdas/${path} is not among the stack's function entries.`);
    const name = path.replaceAll('/', '-');
    const fn = new AppFunction(this, name, { config: this.#config, name, bundle, ...size }).may(
      ...capabilities,
    );
    this.#defined.set(path, fn);
    return fn;
  }
}
