import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
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
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { StageConfig } from '../config.ts';
import { type Api, ApiStageName } from './api.ts';
import type { Capability } from './app-function.ts';
import { deployConsole } from './console-deployment.ts';
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

/** Some platforms send browsers back to addresses with a slash at the end only; the API knows none. */
const DropLastSlash = `function handler(event) {
  event.request.uri = event.request.uri.replace(/\\/$/, '');
  return event.request;
}`;

/** The one origin that people and platforms see: the console's files, and the API behind /v1 and /hooks. */
export class Console extends Construct {
  readonly distribution: Distribution;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** Takes the access logs of every bucket. */
  readonly logs: IBucket;

  constructor(scope: Construct, id: string, props: ConsoleProps) {
    super(scope, id);
    const { config } = props;
    this.logs = this.#logsBucket();
    const files = this.#filesBucket(this.logs);
    this.distribution = this.#distribution(props, files, this.logs);
    this.publicUrl = `https://${config.domain ?? this.distribution.distributionDomainName}`;
    deployConsole(this, { ...props, bucket: files });
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
    const dropLastSlash = new EdgeFunction(this, 'DropLastSlash', {
      code: FunctionCode.fromInline(DropLastSlash),
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
        '/v1/oauth/*': {
          ...toApi,
          functionAssociations: [{ function: dropLastSlash, eventType: FunctionEventType.VIEWER_REQUEST }],
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
