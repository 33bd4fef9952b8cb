import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultStackSynthesizer, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { LocalStage } from '../../shared/contract/env.ts';
import { acknowledge, inFinding } from '../acknowledge.ts';
import type { StageConfig } from '../config.ts';
import type { Identity } from './identity.ts';

interface DeployedConsole {
  config: StageConfig;
  /** Folder with the built console. */
  folder: string;
  bucket: IBucket;
  identity: Identity;
}

/** Copies the built console to its bucket, with the settings that it reads at `/config.json`. */
export function deployConsole(scope: Construct, { config, folder, bucket, identity }: DeployedConsole): void {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`There is no built console in ${folder}: run "npm run build:web" first.`);
  }
  const { region } = Stack.of(scope);
  const settings = {
    region,
    userPoolClientId: identity.client.userPoolClientId,
    cognitoEndpoint: `https://cognito-idp.${region}.amazonaws.com/`,
    apiBase: '',
    ...(config.stage === LocalStage && { outboxUrl: '/_outbox' }),
  };
  const deployment = new BucketDeployment(scope, 'Deployment', {
    destinationBucket: bucket,
    sources: [Source.asset(folder), Source.jsonData('config.json', settings)],
    // Files whose names change with their content get another header from CloudFront.
    cacheControl: [CacheControl.noCache()],
    memoryLimit: 512,
    logGroup: new LogGroup(scope, 'DeploymentLogs', {
      logGroupName: `/earshot/${config.stage}/console-deployment`,
      retention: config.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  });
  acknowledgeCopier(deployment, bucket);
}

/** The function that copies the files at deployment is CDK's own; it does nothing else. */
function acknowledgeCopier(deployment: BucketDeployment, bucket: IBucket): void {
  const copier = deployment.handlerRole.node.scope;
  if (!copier) throw new Error('CDK no longer makes the role of its bucket deployment below the function.');
  const { account, partition, region } = Stack.of(copier);
  const assets = `arn:${partition}:s3:::cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-${account}-${region}`;
  const wildcards = [
    'Action::s3:GetBucket*',
    'Action::s3:GetObject*',
    'Action::s3:List*',
    'Action::s3:Abort*',
    'Action::s3:DeleteObject*',
    `Resource::${inFinding(copier, assets)}/*`,
    `Resource::${inFinding(copier, bucket.bucketArn)}/*`,
  ];
  const reason = "CDK's own function, which copies the console's files from the assets to their bucket.";
  const managedPolicy =
    'Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
  acknowledge(copier, {
    ...Object.fromEntries(wildcards.map((wildcard) => [`AwsSolutions-IAM5[${wildcard}]`, reason])),
    [`AwsSolutions-IAM4[${managedPolicy}]`]: reason,
    'AwsSolutions-L1': 'CDK chooses the Python version of its own function.',
    'Serverless-LambdaLatestVersion': 'CDK chooses the Python version of its own function.',
    'Serverless-LambdaDLQ': 'CloudFormation calls it and waits for its answer.',
    'Serverless-LambdaTracing': 'It runs at deployment only.',
  });
}
