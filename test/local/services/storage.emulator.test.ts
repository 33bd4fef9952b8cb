import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { startFauxqsProcess } from '../../../local/services/fauxqs-process.ts';
import type { ServiceOptions } from '../../../local/services/service-options.ts';
import { startStorage } from '../../../local/services/storage.ts';
import { freshOptions, serve } from './service-client.ts';

const Bucket = 'data';

async function storage(options: ServiceOptions = freshOptions()) {
  const fauxqs = await startFauxqsProcess(options);
  const service = { ...startStorage(fauxqs, options), close: fauxqs.close };
  await service.createBucket(Bucket);
  const { config, needed } = await serve(service);
  return { service, needed, client: new S3Client(config) };
}

describe('S3 of the local cloud', () => {
  it('ST-02 stores, describes and lists objects, and keeps them over a restart', async () => {
    const options = freshOptions();
    const first = await storage(options);
    await first.client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'exports/größe 1.json',
        Body: '{"a":1}',
        ContentType: 'application/json',
      }),
    );
    await first.service.close();

    const { client } = await storage(options);
    const read = await client.send(new GetObjectCommand({ Bucket, Key: 'exports/größe 1.json' }));
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'exports/größe 1.json' }));
    const list = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'exports/' }));

    expect(await read.Body?.transformToString()).toBe('{"a":1}');
    expect({ length: head.ContentLength, type: head.ContentType }).toEqual({
      length: 7,
      type: 'application/json',
    });
    expect(list.Contents?.map((object) => object.Key)).toEqual(['exports/größe 1.json']);
  });

  it('ST-02 copies a folder as a bucket deployment does, each file with its content type', async () => {
    const options = freshOptions();
    const { service } = await storage(options);
    const folder = join(options.stateDir, 'console');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'assets', 'app.js'), 'export {}');

    await service.copyFolder(folder, Bucket);

    expect(await service.getObject(Bucket, 'index.html')).toEqual({
      body: Buffer.from('<!doctype html>'),
      contentType: 'text/html; charset=utf-8',
      cacheControl: undefined,
    });
    expect((await service.getObject(Bucket, 'assets/app.js'))?.contentType).toBe(
      'text/javascript; charset=utf-8',
    );
    expect(await service.getObject(Bucket, 'missing')).toBeUndefined();
  });

  it('ST-05 asks for the permission of each object, and of the source of a copy', async () => {
    const { client, needed } = await storage();
    await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
    await client.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/a` }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
    await client.send(new ListObjectsV2Command({ Bucket }));

    expect(needed).toEqual([
      { action: 's3:PutObject', resources: ['arn:aws:s3:::data/a'] },
      { action: 's3:PutObject', resources: ['arn:aws:s3:::data/b'] },
      { action: 's3:GetObject', resources: ['arn:aws:s3:::data/a'] },
      { action: 's3:DeleteObject', resources: ['arn:aws:s3:::data/a'] },
      { action: 's3:ListBucket', resources: ['arn:aws:s3:::data'] },
    ]);
  });

  it('ST-02 listens on 127.0.0.1 only, not on every address of the machine', async () => {
    const { service } = await storage();
    const { port } = new URL(service.endpoint);

    await expect(fetch(`http://127.0.0.2:${port}/health`)).rejects.toThrow('fetch failed');
  });
});
