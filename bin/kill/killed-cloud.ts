import { type LocalCloud, startLocalCloud } from '../../local/cloud.ts';
import { stackFolderIn } from '../../local/state/state-folder.ts';
import { readAssembly, type SynthesizedStack } from '../../local/template/template.ts';
import { prepareStack } from '../local/prepare-stack.ts';
import { storeAppCredentials } from '../local/store-app-credentials.ts';
import { startInterceptingProxy } from './intercepting-proxy.ts';
import type { Killer } from './killer.ts';

export interface KilledCloudOptions {
  stateDir: string;
  quietSeconds: number;
  /** How long a message rests after the death of its consumer: a matter of the stage, six time-outs by default. */
  restSeconds: number;
}

/** The whole stack of this machine, whose functions reach everything by way of a killer. */
export async function startKilledCloud(
  killer: Killer,
  { stateDir, quietSeconds, restSeconds }: KilledCloudOptions,
): Promise<LocalCloud> {
  const assembly = stackFolderIn(stateDir);
  prepareStack(assembly);
  const started = Promise.withResolvers<LocalCloud>();
  const { watch } = killer;
  const aws = await startInterceptingProxy({ target: started.promise.then(({ awsUrl }) => awsUrl), watch });
  const world = await startInterceptingProxy({
    target: started.promise.then(({ url }) => `${url}/_world`),
    watch,
  });
  const cloud = await startLocalCloud({
    stack: resting(readAssembly(assembly), restSeconds),
    stateDir,
    quiet: true,
    environment: {
      AWS_ENDPOINT_URL: aws.url,
      OUTSIDE_WORLD_URL: world.url,
      REPLY_QUIET_SECONDS: String(quietSeconds),
    },
  });
  started.resolve(cloud);
  await storeAppCredentials(cloud);
  const stop = async () => {
    await cloud.stop();
    await Promise.all([aws.close(), world.close()]);
  };
  return { ...cloud, stop };
}

/** Only queues with dead letters have consumers that may die. */
function resting(stack: SynthesizedStack, seconds: number): SynthesizedStack {
  const Resources = Object.entries(stack.template.Resources).map(([logicalId, resource]) => {
    const { Type, Properties } = resource;
    const rests = Type === 'AWS::SQS::Queue' && Properties['RedrivePolicy'] !== undefined;
    const changed = { ...resource, Properties: { ...Properties, VisibilityTimeout: seconds } };
    return [logicalId, rests ? changed : resource] as const;
  });
  return { ...stack, template: { ...stack.template, Resources: Object.fromEntries(Resources) } };
}
