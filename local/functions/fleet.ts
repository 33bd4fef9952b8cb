import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Caller } from '../aws-gateway.ts';
import type { FunctionDefinition } from './definition.ts';
import { LocalFunction } from './local-function.ts';
import { openFunctionLog } from './log.ts';

/** All functions of the stack, each signing its calls with an access key of its own. */
export interface FunctionFleet {
  /** By ARN, name or logical id. */
  get(reference: string): LocalFunction;
  close(): Promise<void>;
}

export interface FleetOptions {
  region: string;
  awsUrl: string;
  logsDir: string;
  /** ARNs of the functions that stream their answers. */
  streaming: ReadonlySet<string>;
  /** Turns addresses of AWS in a setting into those of this machine. */
  localAddresses(text: string): string;
  environment: Record<string, string>;
  /** Where each function's access key is made known. */
  callers: Map<string, Caller>;
  onChild(processId: number): void;
  report(line: string): void;
}

export function createFleet(
  definitions: readonly FunctionDefinition[],
  options: FleetOptions,
): FunctionFleet {
  const functions = new Map<string, LocalFunction>();
  const all = definitions.map((definition) => {
    const { arn, name, logicalId, roleArn } = definition;
    const accessKeyId = accessKeyOf(arn);
    options.callers.set(accessKeyId, { kind: 'function', name, roleArn });
    const created = new LocalFunction(definition, {
      environment: environmentOf(definition, accessKeyId, options),
      streams: options.streaming.has(arn),
      openLog: () => openFunctionLog(options.logsDir, name, options.report),
      onChild: options.onChild,
    });
    for (const reference of [arn, name, logicalId]) functions.set(reference, created);
    return created;
  });
  return {
    get(reference) {
      const found = functions.get(reference);
      if (!found) throw new Error(`The stack has no function ${reference}.`);
      return found;
    },
    async close() {
      await Promise.all(all.map((one) => one.close()));
    },
  };
}

/** Twenty characters, as those of AWS; they follow from the name, so that log lines of two runs agree. */
function accessKeyOf(arn: string): string {
  return `AKIA${createHash('sha256').update(arn).digest('hex').slice(0, 16).toUpperCase()}`;
}

/** The template's variables, those that Lambda's runtime sets, and over them what was asked for; nothing of the runner's own environment. */
function environmentOf(
  { name, environment, memoryMegabytes, modulePath }: FunctionDefinition,
  accessKeyId: string,
  options: FleetOptions,
): Record<string, string> {
  const given = Object.entries(environment).map(([key, value]) => [key, options.localAddresses(value)]);
  return {
    ...Object.fromEntries(given),
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_DEFAULT_REGION: options.region,
    AWS_ENDPOINT_URL: options.awsUrl,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_REGION: options.region,
    AWS_SECRET_ACCESS_KEY: 'local',
    LAMBDA_TASK_ROOT: dirname(modulePath),
    LANG: 'en_US.UTF-8',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    TZ: ':UTC',
    ...options.environment,
  };
}
