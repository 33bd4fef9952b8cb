import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultStackSynthesizer, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  type IOrigin,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { LocalStage } from '../../shared/contract/env.ts';
import { acknowledge, inFinding } from '../acknowledge.ts';
import type { StageConfig } from '../config.ts';
import { type Api, ApiStageName } from './api.ts';
import type { Capability } from './app-function.ts';
import { headersOfFiles, headersOfPages } from './console-headers.ts';
import type { Identity } from './identity.ts';

interface ConsoleProps {
  config: StageConfig;
  /** Folder with the built console. */
  folder: string;
  api: Api;
  identity: Identity;
}

/** Paths without a file ending are places in the console, which its one page shows. An API's 404 must stay one. */
const ShowPage = `function handler(event) {
  if (!/\\.[^/]+$/.test(event.request.uri)) event.request.uri = '/index.html';
  return event.request;
}`;

/** The one origin that people and platforms see: the console's files, and the API behind /v1 and /hooks. */
export class Console extends Construct {
  readonly distribution: Distribution;
  /** Without a trailing slash. */
  readonly publicUrl: string;

  constructor(scope: Construct, id: string, props: ConsoleProps) {
    super(scope, id);
    const { config } = props;
    const logs = this.#logsBucket();
    const files = this.#filesBucket(logs);
    this.distribution = this.#distribution(props, files, logs);
    this.publicUrl = `https://${config.domain ?? this.distribution.distributionDomainName}`;
    this.#deploy(props, files);
  }

  readonly knowAddress: Capability = (fn) => fn.know('PUBLIC_URL', this.publicUrl);

  #logsBucket(): IBucket {
    const bucket = new Bucket(this, 'Logs', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      // CloudFront delivers its logs with an access control list.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(bucket, {
      'AwsSolutions-S1': 'It holds the logs of the others; its own would log themselves.',
    });
    return bucket as IBucket;
  }

  #filesBucket(logs: IBucket): IBucket {
    return new Bucket(this, 'Files', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 's3/',
      removalPolicy: RemovalPolicy.DESTROY,
    }) as IBucket;
  }

  #distribution({ config, api }: ConsoleProps, files: IBucket, logs: IBucket): Distribution {
    const { region, urlSuffix } = Stack.of(this);
    const origin = S3BucketOrigin.withOriginAccessControl(files);
    const showPage = new EdgeFunction(this, 'ShowPage', {
      code: FunctionCode.fromInline(ShowPage),
      runtime: FunctionRuntime.JS_2_0,
    });
    const viewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS;
    const toApi = apiBehavior(
      new HttpOrigin(`${api.rest.restApiId}.execute-api.${region}.${urlSuffix}`, {
        originPath: `/${ApiStageName}`,
        // An open stream is silent for 15 seconds at most.
        readTimeout: Duration.seconds(60),
      }),
    );
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Earshot ${config.stage}`,
      defaultRootObject: 'index.html',
      priceClass: PriceClass.PRICE_CLASS_100,
      enableLogging: true,
      logBucket: logs,
      logFilePrefix: 'cloudfront/',
      ...(config.domain && {
        domainNames: [config.domain],
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        certificate: Certificate.fromCertificateArn(this, 'Certificate', config.certificateArn ?? ''),
      }),
      defaultBehavior: {
        origin,
        viewerProtocolPolicy,
        responseHeadersPolicy: headersOfPages(this),
        functionAssociations: [{ function: showPage, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        '/assets/*': {
          origin,
          viewerProtocolPolicy,
          responseHeadersPolicy: headersOfFiles(this),
          cachePolicy: new CachePolicy(this, 'HashedNames', {
            comment: 'The names of these files change with their content',
            minTtl: Duration.days(1),
            defaultTtl: Duration.days(30),
            maxTtl: Duration.days(365),
            enableAcceptEncodingBrotli: true,
            enableAcceptEncodingGzip: true,
          }),
        },
        '/v1/*': toApi,
        '/hooks/*': toApi,
      },
    });
    acknowledge(distribution, {
      'AwsSolutions-CFR1': 'People of all countries may sign in.',
      'AwsSolutions-CFR2': 'A firewall is a cost that each operator weighs; the API throttles by itself.',
      'AwsSolutions-CFR4':
        'Only the default certificate of CloudFront allows old TLS; with a domain it is 1.2.',
    });
    return distribution;
  }

  #deploy(props: ConsoleProps, files: IBucket): void {
    if (!existsSync(join(props.folder, 'index.html'))) {
      throw new Error(`There is no built console in ${props.folder}: run "npm run build:web" first.`);
    }
    const deployment = new BucketDeployment(this, 'Deployment', {
      destinationBucket: files,
      sources: [Source.asset(props.folder), Source.jsonData('config.json', this.#settings(props))],
      cacheControl: [CacheControl.noCache()],
      memoryLimit: 512,
    });
    acknowledgeCopier(deployment, files);
  }

  /** What the console reads at `/config.json`. */
  #settings({ config, identity }: ConsoleProps): Record<string, string> {
    const { region } = Stack.of(this);
    return {
      region,
      userPoolClientId: identity.client.userPoolClientId,
      cognitoEndpoint: `https://cognito-idp.${region}.amazonaws.com/`,
      apiBase: '',
      ...(config.stage === LocalStage && { outboxUrl: '/_outbox' }),
    };
  }
}

function apiBehavior(origin: IOrigin): BehaviorOptions {
  return {
    origin,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  };
}

/** The function that copies the files at deployment is CDK's own; it does nothing else. */
function acknowledgeCopier(deployment: BucketDeployment, files: IBucket): void {
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
    `Resource::${inFinding(copier, files.bucketArn)}/*`,
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
