import { createHash } from 'node:crypto';

/** What `Ref` and `Fn::GetAtt` of a resource answer. */
export interface Identity {
  name: string;
  ref: string;
  attributes: Record<string, string>;
}

/** Where the stack runs: part of every ARN. */
export interface Place {
  stackName: string;
  region: string;
  accountId: string;
  /** The public origin, as a distribution's domain name. */
  publicHost: string;
}

interface Kind {
  nameProperty?: string;
  defaultName?: (logicalId: string, place: Place) => string;
  arn?: (name: string, place: Place) => string;
  ref?: 'name' | 'arn';
  more?: (name: string, place: Place) => Record<string, string>;
}

/** A physical id that a restart finds again: it follows from the stack's and the resource's names alone. */
function derivedId(logicalId: string, place: Place, length: number): string {
  return createHash('sha256').update(`${place.stackName}/${logicalId}`).digest('hex').slice(0, length);
}

function derivedUuid(logicalId: string, place: Place): string {
  const hex = derivedId(logicalId, place, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const arnOf =
  (service: string, resource: (name: string) => string) =>
  (name: string, { region, accountId }: Place): string =>
    `arn:aws:${service}:${region}:${accountId}:${resource(name)}`;

const globalArnOf =
  (service: string, resource: (name: string) => string) =>
  (name: string, { accountId }: Place): string =>
    `arn:aws:${service}::${accountId}:${resource(name)}`;

const shortId = (logicalId: string, place: Place) => derivedId(logicalId, place, 10);

const kinds: Record<string, Kind> = {
  'AWS::ApiGateway::RestApi': {
    defaultName: shortId,
    more: () => ({ RootResourceId: 'root' }),
  },
  'AWS::ApiGateway::Deployment': { defaultName: shortId, more: (name) => ({ DeploymentId: name }) },
  'AWS::ApiGateway::Stage': { nameProperty: 'StageName' },
  'AWS::CloudFront::Distribution': {
    defaultName: shortId,
    arn: globalArnOf('cloudfront', (name) => `distribution/${name}`),
    more: (name, { publicHost }) => ({ Id: name, DomainName: publicHost }),
  },
  'AWS::CloudFront::Function': {
    nameProperty: 'Name',
    arn: globalArnOf('cloudfront', (name) => `function/${name}`),
    ref: 'arn',
    more: (name, place) => ({
      FunctionARN: globalArnOf('cloudfront', () => `function/${name}`)(name, place),
    }),
  },
  'AWS::CloudFront::ResponseHeadersPolicy': { defaultName: shortId },
  'AWS::Cognito::UserPool': {
    defaultName: (logicalId, place) => `local_${derivedId(logicalId, place, 9)}`,
    arn: arnOf('cognito-idp', (name) => `userpool/${name}`),
    more: (name, { region }) => ({
      ProviderName: `cognito-idp.${region}.amazonaws.com/${name}`,
      ProviderURL: `https://cognito-idp.${region}.amazonaws.com/${name}`,
      UserPoolId: name,
    }),
  },
  'AWS::Cognito::UserPoolClient': {
    defaultName: (logicalId, place) => `local_${derivedId(logicalId, place, 20)}`,
    more: (name) => ({ ClientId: name, Name: name }),
  },
  'AWS::DynamoDB::Table': {
    nameProperty: 'TableName',
    arn: arnOf('dynamodb', (name) => `table/${name}`),
    more: (name, place) => ({
      StreamArn: `${arnOf('dynamodb', () => `table/${name}`)(name, place)}/stream/local`,
    }),
  },
  'AWS::IAM::ManagedPolicy': {
    nameProperty: 'ManagedPolicyName',
    arn: globalArnOf('iam', (name) => `policy/${name}`),
    ref: 'arn',
  },
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    arn: globalArnOf('iam', (name) => `role/${name}`),
    more: (name) => ({ RoleId: `AROA-${name}` }),
  },
  'AWS::KMS::Key': {
    defaultName: derivedUuid,
    arn: arnOf('kms', (name) => `key/${name}`),
    more: (name) => ({ KeyId: name }),
  },
  'AWS::KMS::Alias': { nameProperty: 'AliasName' },
  'AWS::Lambda::EventSourceMapping': { defaultName: derivedUuid },
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    arn: arnOf('lambda', (name) => `function:${name}`),
  },
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    arn: arnOf('logs', (name) => `log-group:${name}:*`),
  },
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    // Names of buckets are lower case and at most 63 characters.
    defaultName: (logicalId, place) => `${place.stackName}-${logicalId}`.toLowerCase().slice(0, 63),
    arn: (name) => `arn:aws:s3:::${name}`,
    more: (name, { region }) => ({
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    }),
  },
  'AWS::SES::ConfigurationSet': { nameProperty: 'Name' },
  'AWS::SES::EmailIdentity': { nameProperty: 'EmailIdentity' },
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    arn: arnOf('sns', (name) => name),
    ref: 'arn',
    more: (name) => ({ TopicName: name }),
  },
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    arn: arnOf('sqs', (name) => name),
    more: (name) => ({ QueueName: name }),
  },
  'AWS::Scheduler::Schedule': {
    nameProperty: 'Name',
    arn: arnOf('scheduler', (name) => `schedule/default/${name}`),
  },
  'AWS::Scheduler::ScheduleGroup': {
    nameProperty: 'Name',
    arn: arnOf('scheduler', (name) => `schedule-group/${name}`),
  },
  'AWS::SecretsManager::Secret': { nameProperty: 'Name' },
};

/** The identity that a resource has on this machine; the same at every start. */
export function identify(
  logicalId: string,
  type: string,
  property: (name: string) => string | undefined,
  place: Place,
): Identity {
  const kind = kinds[type] ?? {};
  const given = kind.nameProperty ? property(kind.nameProperty) : undefined;
  const name = given ?? kind.defaultName?.(logicalId, place) ?? `${place.stackName}-${logicalId}`;
  const arn = kind.arn?.(name, place);
  return {
    name,
    ref: kind.ref === 'arn' && arn ? arn : name,
    attributes: { ...(arn ? { Arn: arn } : {}), ...kind.more?.(name, place) },
  };
}
