import { gunzipSync, gzipSync } from 'node:zlib';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { createPersonalDataHandler } from '../../lambdas/api/personal-data/index.ts';
import type { Job } from '../../shared/core/activity/job.ts';
import { runSlice } from '../../shared/core/activity/run-slice.ts';
import type { Role } from '../../shared/core/kernel/tenant-context.ts';
import { continueAuthorErasure } from '../../shared/core/personal-data/erase-author.ts';
import {
  continueAuthorExport,
  continueOrganizationExport,
} from '../../shared/core/personal-data/export-data.ts';
import type { ExportFiles } from '../../shared/core/personal-data/ports.ts';
import { unpack } from '../../shared/infra/dynamo/packed.ts';
import type { Item } from '../../shared/infra/dynamo/table-requests.ts';
import { tenantRecords } from '../../shared/infra/dynamo/tenant-records.ts';
import { aLambdaContext, aMember, anApiEvent } from './api-events.ts';
import type { Conversation } from './conversation.ts';
import type { StartedTable } from './start-table.ts';

/** Export files in memory, by their names. */
export function filesInMemory(): ExportFiles & { files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  const nameOf = (organizationId: string, jobId: string, number: number) =>
    `${organizationId}/${jobId}/${number}`;
  return {
    files,
    put: async ({ organizationId }, jobId, number, lines) => {
      files.set(nameOf(organizationId, jobId, number), gzipSync(lines));
    },
    find: async ({ organizationId }, jobId, number) => files.get(nameOf(organizationId, jobId, number)),
    eraseAll: async ({ organizationId }) => {
      for (const name of files.keys()) if (name.startsWith(`${organizationId}/`)) files.delete(name);
    },
  };
}

/** The personal data of one organization, as its owner handles it over the API. */
export class PersonalDataDesk {
  readonly files = filesInMemory();
  readonly #bar: Conversation;
  readonly #deps;

  constructor(started: StartedTable, bar: Conversation) {
    this.#bar = bar;
    this.#deps = { ...bar.deps, records: tenantRecords(started.table), files: this.files };
  }

  async call(
    method: 'GET' | 'POST',
    path: string,
    input: { body?: unknown; params?: Record<string, string>; role?: Role } = {},
  ) {
    const { role = 'owner', ...request } = input;
    const authorizer = aMember(role, this.#bar.context.organizationId);
    const handler = createPersonalDataHandler(this.#deps, { clock: this.#bar.clock });
    const event = anApiEvent({ method, resource: path, authorizer, ...request });
    return (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
  }

  async start(path: string, body?: unknown): Promise<string> {
    const { statusCode, body: answer } = await this.call('POST', path, body === undefined ? {} : { body });
    if (statusCode !== 202) throw new Error(answer);
    return (JSON.parse(answer) as Job).jobId;
  }

  /** Does the slices that were asked for, each of them twice, as a queue may deliver them. */
  async workOff(): Promise<void> {
    const doers = {
      author_erasure: continueAuthorErasure(this.#deps),
      author_export: continueAuthorExport(this.#deps),
      organization_export: continueOrganizationExport(this.#deps),
    };
    const { slices, context, deps } = this.#bar;
    for (let [slice] = slices; slice; [slice] = slices) {
      await runSlice(deps, context, slice, doers);
      slices.shift();
      await runSlice(deps, context, slice, doers);
    }
  }

  /** A job from its beginning to its end. */
  async done(path: string, body?: unknown): Promise<Job> {
    const jobId = await this.start(path, body);
    await this.workOff();
    return this.#bar.deps.jobs.get(this.#bar.context, jobId);
  }

  /** What the files of an export say, record by record. */
  async download({ jobId, result }: Job): Promise<Record<string, unknown>[]> {
    const records: Record<string, unknown>[] = [];
    for (let number = 1; number <= Number(result?.['files']); number += 1) {
      const params = { jobId, number: String(number) };
      const { body } = await this.call('GET', '/v1/exports/{jobId}/files/{number}', { params });
      const lines = gunzipSync(Buffer.from(body, 'base64')).toString().trimEnd().split('\n');
      records.push(...lines.map((line) => JSON.parse(line)));
    }
    return records;
  }
}

/** Every item of the table, unpacked, by its owner. */
export async function everythingStored({ client, tableName }: StartedTable): Promise<Map<string, Item[]>> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  const items = Items.map(({ packed, ...item }) => ({ ...item, unpacked: packed && unpack(packed) }) as Item);
  return Map.groupBy(items, ({ pk }) => String(pk).split('#', 2).join('#'));
}
