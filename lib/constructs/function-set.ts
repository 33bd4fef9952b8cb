import { Construct } from 'constructs';
import { type Bundles, bundleFunctions } from '../bundle-functions.ts';
import type { StageConfig } from '../config.ts';
import { AppFunction, type AppFunctionProps, type Capability } from './app-function.ts';

export type FunctionSize = Omit<AppFunctionProps, 'config' | 'name' | 'bundle'>;

/** All functions of the stack, bundled together; each is defined once, by the path of its code below `lambdas`. */
export class FunctionSet extends Construct {
  readonly #config: StageConfig;
  readonly #bundles: Bundles;
  readonly #defined = new Map<string, AppFunction>();

  constructor(scope: Construct, id: string, config: StageConfig, entries: Readonly<Record<string, string>>) {
    super(scope, id);
    this.#config = config;
    this.#bundles = bundleFunctions(entries);
  }

  get all(): readonly AppFunction[] {
    return [...this.#defined.values()];
  }

  define(path: string, size: FunctionSize, capabilities: readonly Capability[]): AppFunction {
    const bundle = this.#bundles.folderOf(path);
    if (!bundle) throw new Error(`lambdas/${path} is not among the stack's function entries.`);
    const name = path.replaceAll('/', '-');
    const fn = new AppFunction(this, name, { config: this.#config, name, bundle, ...size }).may(
      ...capabilities,
    );
    this.#defined.set(path, fn);
    return fn;
  }

  /** CDK copies a bundle when its function is defined; after the last one they are waste. */
  removeBundles(): void {
    this.#bundles.remove();
  }
}
