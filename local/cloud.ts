import { readApi } from './api/read-api.ts';
import { createRestApi, type RestApi } from './api/rest-api.ts';
import { type Caller, createAwsGateway } from './aws-gateway.ts';
import { startServices } from './cloud-services.ts';
import { startEventSources } from './event-sources.ts';
import type { ScheduleRunner } from './events/schedule-runner.ts';
import { readFunctions } from './functions/definition.ts';
import { createFleet } from './functions/fleet.ts';
import { refuseUncallableFunctions } from './functions/invoke-permissions.ts';
import { readGrants, type UnusedGrant } from './iam/grants.ts';
import { createControl } from './origin/control.ts';
import { closeServer, listen, type OriginHandler, openPublicOrigin } from './origin/public-origin.ts';
import { readSite } from './origin/read-site.ts';
import { startWorld, type World } from './providers/world.ts';
import { deployBuckets, provision } from './provision.ts';
import { openStateFolder } from './state/state-folder.ts';
import type { Identity } from './template/identity.ts';
import { Resolver } from './template/resolve.ts';
import { refuseUnknownTypes } from './template/resource-types.ts';
import { readAssembly, type SynthesizedStack } from './template/template.ts';

const AccountId = '000000000000';
const Region = 'eu-central-1';
/** Signs calls that the local cloud, its demo and its tests make in their own name; nothing is denied to it. */
const AdministratorKeyId = 'LOCALADMINISTRATOR';

export interface LocalCloudOptions {
  /** A cloud assembly (`cdk.out`), or a stack that was read already. */
  stack: string | SynthesizedStack;
  stateDir: string;
  /** Of the public origin; 0 takes any free port. */
  port?: number | undefined;
  /** Forgets everything that the state folder holds. */
  fresh?: boolean | undefined;
  /** Keeps warnings and errors out of the console; they are in the logs folder anyway. */
  quiet?: boolean | undefined;
  /** Goes over the functions' environment of the template and of their runtime. */
  environment?: Record<string, string> | undefined;
}

export interface LocalCloud {
  url: string;
  /** What AWS_ENDPOINT_URL is set to. */
  awsUrl: string;
  region: string;
  administratorKeyId: string;
  /** Whether the state folder was empty when this cloud started. */
  startedFresh: boolean;
  outboxDir: string;
  schedules: ScheduleRunner;
  resource(logicalId: string): Identity;
  /** Calls a function by its name, ARN or logical id. */
  invoke(functionReference: string, payload: unknown): Promise<unknown>;
  /** ST-05: what the functions' roles allow and no call has needed so far. */
  unusedGrants(): UnusedGrant[];
  stop(): Promise<void>;
}

/** Runs a synthesized stack on this machine until it is stopped. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const closers: (() => unknown)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const stack = typeof options.stack === 'string' ? readAssembly(options.stack) : options.stack;
    refuseUnknownTypes(stack.template.Resources);
    const platform = await startPlatform(stack, options, (close) => closers.push(close));
    return { ...startStack(platform, options, (close) => closers.push(close)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type OnStop = (close: () => unknown) => void;

/** What the stack's functions need to find: the services with its resources, and the addresses of both sides. */
async function startPlatform(stack: SynthesizedStack, options: LocalCloudOptions, onStop: OnStop) {
  const report = options.quiet ? () => {} : (line: string) => console.error(line);
  const state = await openStateFolder(options.stateDir, { fresh: options.fresh });
  onStop(state.release);
  const origin = await openPublicOrigin(options.port ?? 0, report);
  onStop(origin.close);
  const publicHost = new URL(origin.url).host;
  const place = { stackName: stack.name, region: Region, accountId: AccountId, publicHost };
  const resolver = new Resolver(stack.template, place);
  const localAddresses = (text: string) =>
    text
      .replaceAll(`https://cognito-idp.${Region}.amazonaws.com`, `${origin.url}/_cognito`)
      .replaceAll(`https://${publicHost}`, origin.url);

  const services = await startServices({
    state,
    region: Region,
    account: AccountId,
    publicUrl: origin.url,
    onStop,
  });
  await provision({ stack, resolver, services });
  await deployBuckets({ stack, resolver, services }, localAddresses);

  const grants = readGrants(stack.template, resolver);
  const callers = new Map<string, Caller>([[AdministratorKeyId, { kind: 'administrator' }]]);
  const gateway = createAwsGateway({ services: services.all, callers, grants, accountId: AccountId, report });
  const awsUrl = `http://127.0.0.1:${await listen(gateway, 0)}`;
  onStop(() => closeServer(gateway));
  return { stack, report, state, origin, place, resolver, localAddresses, services, grants, callers, awsUrl };
}

type Platform = Awaited<ReturnType<typeof startPlatform>>;

/** The stack itself: its functions, and everything that wakes them. */
function startStack(
  platform: Platform,
  options: LocalCloudOptions,
  onStop: OnStop,
): Omit<LocalCloud, 'stop'> {
  const { stack, report, state, origin, resolver, services, grants } = platform;
  const world = startWorld({
    stateDir: state.part('world'),
    publicUrl: origin.url,
    hooksUrl: `${origin.url}/hooks`,
  });
  onStop(world.close);

  const api = readApi(stack.template, resolver, platform.place);
  refuseUncallableFunctions(stack.template, resolver, api.definition.methods, api.place);
  const functions = readFunctions(stack, resolver);
  const fleet = createFleet(functions, {
    ...platform,
    region: Region,
    logsDir: state.part('logs'),
    streaming: new Set(
      api.definition.methods.flatMap((method) => (method.streams ? [method.functionArn] : [])),
    ),
    environment: { OUTSIDE_WORLD_URL: `${origin.url}/_world`, ...options.environment },
    onChild: state.onChild,
  });
  onStop(fleet.close);
  const sources = startEventSources({
    ...platform,
    fleet,
    region: Region,
    positionsDir: state.part('streams'),
  });
  onStop(sources.stop);

  const unusedGrants = () => grants.unused(functions.map(({ roleArn }) => roleArn));
  const invoke = (reference: string, payload: unknown) => fleet.get(reference).invoke(payload);
  const restApi = createRestApi({ ...api, functionOf: fleet.get, report });
  const setModelFaults = services.bedrock.setFaults;
  const control = createControl({ schedules: sources.schedules, setModelFaults, unusedGrants, invoke });
  mountOrigin(platform, { restApi, world, control });

  return {
    url: origin.url,
    awsUrl: platform.awsUrl,
    region: Region,
    administratorKeyId: AdministratorKeyId,
    startedFresh: state.startedFresh,
    outboxDir: services.ses.outbox.folder,
    schedules: sources.schedules,
    resource: (logicalId) => resolver.identityOf(logicalId),
    invoke,
    unusedGrants,
  };
}

interface Mounted {
  restApi: RestApi;
  world: World;
  control: OriginHandler;
}

function mountOrigin(
  { origin, services, stack, resolver }: Platform,
  { restApi, world, control }: Mounted,
): void {
  origin.mount('/_sim', control);
  origin.mount('/_sim/world', world.control);
  origin.mount('/_world', world.handle);
  origin.mount('/_outbox', services.ses.viewer);
  origin.mount('/_cognito', services.cognito.handler);
  origin.mount('', readSite(stack.template, resolver, services.storage, restApi));
}
