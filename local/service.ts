import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

/** One call of an AWS SDK as it arrives at the gateway; `service` is the name in the credential's scope. */
export interface AwsRequest {
  service: string;
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface AwsResponse {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer | Readable;
}

/** What a request needs to be allowed: `dynamodb:PutItem` on `['arn:aws:dynamodb:...:table/x']`. */
export interface Access {
  action: string;
  resources: string[];
}

/** An AWS service of the local cloud. Who calls, and whether they may, is the gateway's concern. */
export interface LocalService {
  names: readonly string[];
  access(request: AwsRequest): Access[];
  handle(request: AwsRequest): Promise<AwsResponse>;
  deny(message: string): AwsResponse;
  close(): Promise<void>;
}
