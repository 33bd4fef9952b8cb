import { gzipSync } from 'node:zlib';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { ExportFiles } from '../../core/personal-data/ports.ts';

/** Every file of an organization begins with its id. */
const prefixOf = ({ organizationId }: TenantContext): string => `${organizationId}/`;

const keyOf = (context: TenantContext, jobId: string, number: number): string =>
  `${prefixOf(context)}${jobId}/${number}.ndjson.gz`;

export function exportFiles(client: S3Client, bucket: string): ExportFiles {
  return {
    async put(context, jobId, number, lines) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: keyOf(context, jobId, number),
          Body: gzipSync(lines),
          ContentType: 'application/gzip',
        }),
      );
    },

    async find(context, jobId, number) {
      try {
        const Key = keyOf(context, jobId, number);
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },

    async eraseAll(context) {
      for (;;) {
        const { Contents = [] } = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: prefixOf(context) }),
        );
        if (Contents.length === 0) return;
        for (const { Key } of Contents) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
      }
    },
  };
}

/** To a reader who may not list the bucket, S3 answers that access is denied where there is nothing. */
function isMissing(error: unknown): boolean {
  return error instanceof NoSuchKey || (error instanceof Error && error.name === 'AccessDenied');
}
