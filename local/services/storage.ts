import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { AwsRequest, AwsResponse, LocalService } from '../service.ts';
import type { Fauxqs } from './fauxqs-process.ts';
import { forward, readBody } from './forward.ts';
import { escapeMarkup } from './protocols/markup.ts';
import type { ServiceOptions } from './service-options.ts';
import { storageAccess } from './storage/access.ts';

export interface StoredObject {
  body: Buffer;
  contentType: string;
  cacheControl: string | undefined;
}

export interface NewObject {
  bucket: string;
  key: string;
  body: Buffer;
  contentType?: string | undefined;
  cacheControl?: string | undefined;
}

export interface StorageService extends LocalService {
  endpoint: string;
  /** Creates the bucket if it is missing. */
  createBucket(name: string): Promise<void>;
  putObject(object: NewObject): Promise<void>;
  getObject(bucket: string, key: string): Promise<StoredObject | undefined>;
  /** Copies every file below the folder to the bucket, as a bucket deployment does. */
  copyFolder(folder: string, bucket: string, prefix?: string): Promise<void>;
}

const ContentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** S3, on the embedded fauxqs that it shares with SQS. */
export function startStorage(fauxqs: Fauxqs, { region }: ServiceOptions): StorageService {
  const send = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body: Buffer = Buffer.alloc(0),
  ) => forward(fauxqs.endpoint, storageRequest(region, method, path, headers, body));

  const putObject = async ({ bucket, key, body, contentType, cacheControl }: NewObject): Promise<void> => {
    const headers: Record<string, string> = {
      'content-type': contentType ?? ContentTypes[extname(key)] ?? 'application/octet-stream',
    };
    if (cacheControl !== undefined) headers['cache-control'] = cacheControl;
    await expectSuccess(
      await send('PUT', objectPath(bucket, key), headers, body),
      `Storing ${key} in ${bucket}`,
    );
  };

  return {
    names: ['s3'],
    endpoint: fauxqs.endpoint,
    access: storageAccess,
    handle: (request) => forward(fauxqs.endpoint, request),
    deny: (message) => ({
      status: 403,
      headers: { 'content-type': 'application/xml' },
      body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>${escapeMarkup(message)}</Message></Error>`,
    }),
    createBucket: async (name) =>
      expectSuccess(await send('PUT', `/${name}`), `Creating the bucket ${name}`, 409),
    putObject,
    getObject: async (bucket, key) => storedObject(await send('GET', objectPath(bucket, key))),
    copyFolder: async (folder, bucket, prefix = '') => {
      for (const path of await filesBelow(folder)) {
        const key = `${prefix}${relative(folder, path).split(sep).join('/')}`;
        await putObject({ bucket, key, body: await readFile(path) });
      }
    },
    close: async () => {},
  };
}

function storageRequest(
  region: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Buffer,
): AwsRequest {
  const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/s3/aws4_request, SignedHeaders=host, Signature=0`;
  return {
    service: 's3',
    method,
    path,
    query: new URLSearchParams(),
    headers: { ...headers, authorization },
    body,
  };
}

async function storedObject(answer: AwsResponse): Promise<StoredObject | undefined> {
  const body = await readBody(answer);
  if (answer.status === 404) return undefined;
  if (answer.status !== 200)
    throw new Error(`The embedded S3 answered ${answer.status}: ${body.toString('utf8')}`);
  const contentType = answer.headers?.['content-type'] ?? 'application/octet-stream';
  return { body, contentType, cacheControl: answer.headers?.['cache-control'] };
}

async function expectSuccess(answer: AwsResponse, what: string, alsoFine = 200): Promise<void> {
  const text = (await readBody(answer)).toString('utf8');
  if (answer.status !== 200 && answer.status !== alsoFine)
    throw new Error(`${what} failed: ${answer.status} ${text}`);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function objectPath(bucket: string, key: string): string {
  return `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
}
