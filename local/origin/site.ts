import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RestApi } from '../api/rest-api.ts';
import type { StorageService } from '../services/storage.ts';
import type { Distribution } from './distribution.ts';
import type { RequestFunction } from './request-function.ts';

export interface SiteOptions {
  distribution: Distribution;
  storage: StorageService;
  restApi: RestApi;
  /** The bucket behind an origin's domain name; undefined where the origin is the API. */
  bucketOf(domainName: string): string | undefined;
  headersOf(policyId: string | undefined): Record<string, string>;
  requestFunction(arn: string): RequestFunction | undefined;
}

export type Site = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** Serves the distribution: files of its bucket, the API behind its paths, its error pages and headers. */
export function createSite(options: SiteOptions): Site {
  const { distribution, storage, restApi } = options;

  /** Without the right to list a bucket, S3 answers a missing object with 403. */
  async function sendObject(
    response: ServerResponse,
    bucket: string,
    path: string,
    head: boolean,
  ): Promise<void> {
    const key = decodeURIComponent(path.slice(1)) || distribution.rootObject;
    const found = await storage.getObject(bucket, key);
    const page = found ? undefined : distribution.errorPage(403);
    const object = found ?? (page && (await storage.getObject(bucket, page.path.slice(1))));
    const status = found ? 200 : page && object ? page.status : 403;
    if (!object) {
      response.writeHead(status, { 'content-type': 'text/plain' }).end('AccessDenied');
      return;
    }
    response.setHeader('content-type', object.contentType);
    if (object.cacheControl) response.setHeader('cache-control', object.cacheControl);
    response.writeHead(status).end(head ? undefined : object.body);
  }

  return async (request, response, url) => {
    const behavior = distribution.behaviorFor(url.pathname);
    const method = request.method ?? 'GET';
    if (!behavior.allowedMethods.includes(method)) {
      response
        .writeHead(403, { 'content-type': 'text/plain' })
        .end('This method is not allowed for this path.');
      return;
    }
    for (const [name, value] of Object.entries(options.headersOf(behavior.headersPolicyId))) {
      response.setHeader(name, value);
    }
    const onRequest = behavior.requestFunctionArn && options.requestFunction(behavior.requestFunctionArn);
    const path = onRequest ? onRequest(method, url.pathname) : url.pathname;
    const bucket = options.bucketOf(behavior.origin.domainName);
    if (bucket) return sendObject(response, bucket, `${behavior.origin.path}${path}`, method === 'HEAD');
    return restApi(request, response, new URL(`${path}${url.search}`, url));
  };
}
