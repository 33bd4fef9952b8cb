import type { Access, AwsRequest } from '../../service.ts';

/** Which permissions an S3 request in path style needs; a copy also reads its source. */
export function storageAccess(request: AwsRequest): Access[] {
  const { bucket, key } = addressed(request.path);
  if (bucket === '') return [{ action: 's3:ListAllMyBuckets', resources: ['*'] }];
  if (key === '') return bucketAccess(request, bucket);
  const own = { action: objectAction(request), resources: [objectArn(bucket, key)] };
  const copied = request.headers['x-amz-copy-source'];
  if (typeof copied !== 'string') return [own];
  const source = addressed(copied.startsWith('/') ? copied : `/${copied}`);
  return [own, { action: 's3:GetObject', resources: [objectArn(source.bucket, source.key)] }];
}

function bucketAccess(request: AwsRequest, bucket: string): Access[] {
  if (request.method === 'POST' && request.query.has('delete')) {
    const keys = [...request.body.toString('utf8').matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) =>
      unescapeXml(key ?? ''),
    );
    return [{ action: 's3:DeleteObject', resources: keys.map((key) => objectArn(bucket, key)) }];
  }
  return [{ action: bucketAction(request), resources: [`arn:aws:s3:::${bucket}`] }];
}

function bucketAction({ method, query }: AwsRequest): string {
  if (method === 'PUT') return 's3:CreateBucket';
  if (method === 'DELETE') return 's3:DeleteBucket';
  return query.has('uploads') ? 's3:ListBucketMultipartUploads' : 's3:ListBucket';
}

function objectAction({ method, query }: AwsRequest): string {
  if (method === 'DELETE') return query.has('uploadId') ? 's3:AbortMultipartUpload' : 's3:DeleteObject';
  return method === 'GET' || method === 'HEAD' ? 's3:GetObject' : 's3:PutObject';
}

function addressed(path: string): { bucket: string; key: string } {
  const [bucket = '', ...key] = decodeURIComponent(path.split('?')[0] ?? '')
    .slice(1)
    .split('/');
  return { bucket, key: key.join('/') };
}

function objectArn(bucket: string, key: string): string {
  return `arn:aws:s3:::${bucket}/${key}`;
}

const Entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_found, name: string) => Entities[name] ?? '');
}
