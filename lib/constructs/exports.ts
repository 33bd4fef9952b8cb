import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge, inFinding } from '../acknowledge.ts';
import type { AppFunction, Capability } from './app-function.ts';

/** One day longer than the job that tells of them. */
const DaysKept = 8;

/** The files that exports of personal data leave, for a few days. */
export class Exports extends Construct {
  readonly #bucket: Bucket;

  constructor(scope: Construct, id: string, logs: IBucket) {
    super(scope, id);
    this.#bucket = new Bucket(this, 'Files', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'exports/',
      lifecycleRules: [
        { expiration: Duration.days(DaysKept), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  readonly read: Capability = (fn) => this.#allowFiles(fn, ['s3:GetObject']);

  readonly writeAndErase: Capability = (fn) => {
    this.#allowFiles(fn, ['s3:PutObject', 's3:DeleteObject']);
    fn.allow(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.#bucket.bucketArn] }));
  };

  #allowFiles(fn: AppFunction, actions: string[]): void {
    const files = this.#bucket.arnForObjects('*');
    fn.know('EXPORTS_BUCKET', this.#bucket.bucketName);
    fn.allow(new PolicyStatement({ actions, resources: [files] }));
    acknowledge(fn, {
      [`AwsSolutions-IAM5[Resource::${inFinding(fn, files)}]`]:
        'Files are named by organization and job; a function serves every organization.',
    });
  }
}
