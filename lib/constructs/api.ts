import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  ApiDefinition,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { endpoints } from '../../shared/contract/api/all.ts';
import { acknowledge } from '../acknowledge.ts';
import type { StageConfig } from '../config.ts';
import { apiDefinition } from './api-definition.ts';
import { type AppFunction, functionArnOf } from './app-function.ts';

export const ApiStageName = 'live';
export const AuthorizerName = 'api-authorizer';

export function apiFunctionName(resource: string): string {
  return `api-${resource}`;
}

/** Enough to trace a call and to see who causes load, without addresses or other personal data. */
const AccessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTimeEpoch',
    method: '$context.httpMethod',
    resource: '$context.resourcePath',
    status: '$context.status',
    latency: '$context.responseLatency',
    organizationId: '$context.authorizer.organizationId',
    authorizerError: '$context.authorizer.error',
    integrationError: '$context.integration.error',
  }),
);

/** The REST API, made from the contract's endpoints. It comes before its functions: it knows them by name only. */
export class Api extends Construct {
  readonly rest: SpecRestApi;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    const { partition, region } = Stack.of(this);
    const invocationUri = (name: string, mode: 'buffered' | 'streamed') => {
      const [version, verb] =
        mode === 'streamed'
          ? ['2021-11-15', 'response-streaming-invocations']
          : ['2015-03-31', 'invocations'];
      const arn = functionArnOf(this, config, name);
      return `arn:${partition}:apigateway:${region}:lambda:path/${version}/functions/${arn}/${verb}`;
    };
    const definition = apiDefinition(endpoints, {
      invocationUri: (resource, mode) => invocationUri(apiFunctionName(resource), mode),
      authorizerUri: invocationUri(AuthorizerName, 'buffered'),
    });
    this.rest = new SpecRestApi(this, 'Resource', {
      restApiName: `earshot-${config.stage}`,
      apiDefinition: ApiDefinition.fromInline(definition),
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: true,
      deployOptions: {
        stageName: ApiStageName,
        tracingEnabled: true,
        metricsEnabled: true,
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        throttlingRateLimit: 200,
        throttlingBurstLimit: 400,
        accessLogFormat: AccessLog,
        accessLogDestination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLogs', {
            logGroupName: `/earshot/${config.stage}/api-access`,
            retention: config.logRetentionDays,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
      },
    });
    acknowledge(this, {
      'AwsSolutions-APIG2': 'The functions validate every request against the schema of its endpoint.',
      'AwsSolutions-APIG3':
        'Throttling and the authorizer come first; a firewall is a cost that each operator weighs.',
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]':
        'AWS wants this very policy for the role with which API Gateway writes logs.',
    });
  }

  /** Lets the API call the function. */
  calls(fn: AppFunction): void {
    fn.lambda.addPermission('Api', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: this.rest.arnForExecuteApi('*', '/*', ApiStageName),
    });
  }

  /** Lets the API ask the function who calls. */
  asks(authorizer: AppFunction): void {
    const { partition, region, account } = Stack.of(this);
    authorizer.lambda.addPermission('Api', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: `arn:${partition}:execute-api:${region}:${account}:${this.rest.restApiId}/authorizers/*`,
    });
  }
}
