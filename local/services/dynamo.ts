import * as z from 'zod';
import type { AwsRequest, AwsResponse, LocalService } from '../service.ts';
import { dynamoAccess } from './dynamo/access.ts';
import { startDynoxide } from './dynamo/dynoxide-process.ts';
import { createTable, type DynamoCall, type LocalTable } from './dynamo/table.ts';
import { forward, ownRequest, readBody } from './forward.ts';
import { AwsError } from './protocols/aws-error.ts';
import { operationName } from './protocols/json-protocol.ts';
import type { ServiceOptions } from './service-options.ts';

export interface DynamoService extends LocalService {
  endpoint: string;
  /** Creates the table of an `AWS::DynamoDB::Table`, or brings an existing one to these properties. */
  createTable(properties: unknown): Promise<LocalTable>;
  /** Calls an operation as the local cloud itself, e.g. `call('DynamoDBStreams_20120810.GetRecords', {…})`. */
  call: DynamoCall;
  sweepExpired(): Promise<void>;
}

const SweepEveryMilliseconds = 30_000;

/** Operations whose answers name resources: there the emulator's ARNs become those of the template. */
const Describing = new Set([
  'CreateTable',
  'DescribeTable',
  'UpdateTable',
  'DeleteTable',
  'ListStreams',
  'DescribeStream',
]);

/** DynamoDB and its streams, on dynoxide or on the endpoint that EARSHOT_DYNAMODB_ENDPOINT names. */
export async function startDynamo(options: ServiceOptions): Promise<DynamoService> {
  const existing = process.env['EARSHOT_DYNAMODB_ENDPOINT'];
  const engine = existing ? foreignEngine(existing) : await startDynoxide(options);
  const arns = arnTranslation(options);

  async function handle(request: AwsRequest): Promise<AwsResponse> {
    if (!Describing.has(operationName(request)) && !isStreamRequest(request))
      return forward(engine.endpoint, request);
    const body = Buffer.from(arns.toEngine(request.body.toString('utf8')));
    const answer = await forward(engine.endpoint, { ...request, body });
    const text = (await readBody(answer)).toString('utf8');
    const contentType = answer.headers?.['content-type'] ?? 'application/x-amz-json-1.0';
    return {
      status: answer.status,
      headers: { 'content-type': contentType },
      body: Describing.has(operationName(request)) ? arns.toTemplate(text) : text,
    };
  }

  async function call(target: string, input: unknown): Promise<unknown> {
    const answer = await handle(ownRequest('dynamodb', options.region, target, input));
    const output: unknown = JSON.parse((await readBody(answer)).toString('utf8'));
    if (answer.status === 200) return output;
    const error = EngineError.parse(output);
    throw new AwsError(
      error.__type.slice(error.__type.indexOf('#') + 1),
      error.message ?? target,
      answer.status,
    );
  }

  const sweeping = setInterval(() => {
    engine.sweepExpired().catch((error: unknown) => console.error('Expired items stay for now:', error));
  }, SweepEveryMilliseconds);
  sweeping.unref();

  return {
    names: ['dynamodb'],
    endpoint: engine.endpoint,
    access: (request) => dynamoAccess(request, (name) => `${arns.prefix}table/${name}`),
    handle,
    call,
    createTable: (properties) => createTable(call, properties),
    sweepExpired: engine.sweepExpired,
    deny: (message) => ({
      status: 400,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', Message: message }),
    }),
    close: async () => {
      clearInterval(sweeping);
      await engine.close();
    },
  };
}

const EngineError = z.object({ __type: z.string(), message: z.string().optional() });

function isStreamRequest(request: AwsRequest): boolean {
  return String(request.headers['x-amz-target']).startsWith('DynamoDBStreams_');
}

function foreignEngine(endpoint: string) {
  return { endpoint, sweepExpired: async () => {}, close: async () => {} };
}

interface ArnTranslation {
  prefix: string;
  toEngine(text: string): string;
  toTemplate(text: string): string;
}

/** Emulators put a region of their own into ARNs (`dynoxide`, `ddblocal`); the template has the stack's. */
function arnTranslation({ region, account }: ServiceOptions): ArnTranslation {
  const prefix = `arn:aws:dynamodb:${region}:${account}:`;
  let enginePrefix = prefix;
  return {
    prefix,
    toEngine: (text) => text.replaceAll(prefix, enginePrefix),
    toTemplate: (text) =>
      text.replaceAll(/arn:aws:dynamodb:[^:"]+:\d{12}:/g, (found) => {
        enginePrefix = found;
        return prefix;
      }),
  };
}
