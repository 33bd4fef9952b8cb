import { gunzipSync } from 'node:zlib';
import { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { startFauxqsProcess } from '../../../local/services/fauxqs-process.ts';
import { startStorage } from '../../../local/services/storage.ts';
import type { ExportFiles } from '../../../shared/core/personal-data/ports.ts';
import { exportFiles } from '../../../shared/infra/s3/export-files.ts';
import { freshOptions, serve } from '../../local/services/service-client.ts';
import { aContext } from '../../support/contexts.ts';

async function storedFiles(): Promise<ExportFiles> {
  const options = freshOptions();
  const fauxqs = await startFauxqsProcess(options);
  const storage = { ...startStorage(fauxqs, options), close: fauxqs.close };
  await storage.createBucket('exports');
  const { config } = await serve(storage);
  return exportFiles(new S3Client(config), 'exports');
}

const beanBar = aContext({ organizationId: 'org_1' });
const neighbour = aContext({ organizationId: 'org_10' });

const linesOf = (file: Uint8Array | undefined) => file && gunzipSync(file).toString();

it('ST-06 keeps the files of exports apart by organization, job and number, and deletes those of one', async () => {
  const files = await storedFiles();
  await files.put(beanBar, 'job_1', 1, '{"text":"Größe"}\n');
  await files.put(beanBar, 'job_1', 2, '{"a":2}\n');
  await files.put(neighbour, 'job_1', 1, '{"a":3}\n');
  const found = [
    await files.find(beanBar, 'job_1', 1),
    await files.find(beanBar, 'job_1', 2),
    await files.find(neighbour, 'job_1', 1),
    await files.find(beanBar, 'job_1', 3),
  ];
  expect(found.map(linesOf)).toEqual(['{"text":"Größe"}\n', '{"a":2}\n', '{"a":3}\n', undefined]);
  await files.eraseAll(beanBar);
  expect(await files.find(beanBar, 'job_1', 2)).toBeUndefined();
  expect(linesOf(await files.find(neighbour, 'job_1', 1))).toBe('{"a":3}\n');
});
