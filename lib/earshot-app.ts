import { createRequire } from 'node:module';
import { App, Validations } from 'aws-cdk-lib';
import { ASSET_RESOURCE_METADATA_ENABLED_CONTEXT } from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import * as z from 'zod';
import { readConfig } from './config.ts';
import { EarshotStack } from './stacks/earshot-stack.ts';

interface EarshotAppOptions {
  outdir: string;
  /** Folder with the built console. */
  consoleFolder: string;
  /** Context values in place of those of the command line. */
  context?: Record<string, string>;
}

/** The flags that CDK recommends to new apps; set here, so that they hold however the app is started. */
const FeatureFlags = z
  .record(z.string(), z.unknown())
  .parse(createRequire(import.meta.url)('aws-cdk-lib/recommended-feature-flags.json'));

/** The CDK app of one stage. Synthesis fails on any finding of cdk-nag that is not acknowledged with a reason. */
export function earshotApp({ outdir, consoleFolder, context = {} }: EarshotAppOptions): App {
  const app = new App({
    outdir,
    analyticsReporting: false,
    // The local cloud finds a function's code by the path of its asset, which CDK notes only when asked to.
    context: { ...FeatureFlags, [ASSET_RESOURCE_METADATA_ENABLED_CONTEXT]: true },
    postCliContext: context,
  });
  const config = readConfig(ownContext(app));
  new EarshotStack(app, `Earshot-${config.stage}`, { config, consoleFolder });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  Validations.of(app).addPlugins(new ServerlessChecks(app));
  return app;
}

/** CDK's own context names hold a colon or a slash; ours do not. */
function ownContext(app: App): Record<string, unknown> {
  const all = z.record(z.string(), z.unknown()).parse(app.node.getAllContext());
  return Object.fromEntries(Object.entries(all).filter(([name]) => /^\w+$/.test(name)));
}
