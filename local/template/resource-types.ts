import { CannotStart } from '../cannot-start.ts';

/** The three closed lists: what the local cloud does with each type of resource. Any other type is an error. */

/** Behaves as on AWS, as far as the stack uses it. */
export const runTypes: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGateway::GatewayResponse',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Stage',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::S3::Bucket',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SES::EmailIdentity',
  'AWS::SQS::Queue',
  'AWS::Scheduler::Schedule',
  'AWS::Scheduler::ScheduleGroup',
  'AWS::SecretsManager::Secret',
]);

/** Done another way; the value says how. */
export const substitutedTypes: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFront::Distribution', 'the public origin follows its behaviours, origins and error pages'],
  ['AWS::CloudFront::Function', 'the public origin runs its code on requests and answers'],
  ['AWS::CloudFront::ResponseHeadersPolicy', 'the public origin sends its headers'],
  ['AWS::SES::ConfigurationSet', 'the outbox records the set that a mail names'],
  ['Custom::CDKBucketDeployment', 'the files are copied to the local bucket at every start'],
]);

const alarmsNobody = 'nobody is alarmed on a developer machine';
const noPublicName = 'loopback has neither domains nor certificates';
const emulatorsAskNobody = 'policies of resources are not evaluated, only those of roles';
const noTraffic = 'a single person sends no traffic to be shaped or screened';

/** Has no effect here; the value says why that is right. */
export const inertTypes: ReadonlyMap<string, string> = new Map([
  ['AWS::ApiGateway::Account', 'access logs are not written'],
  ['AWS::ApiGateway::UsagePlan', noTraffic],
  ['AWS::CDK::Metadata', 'it only counts constructs'],
  ['AWS::CertificateManager::Certificate', noPublicName],
  ['AWS::CloudFront::CachePolicy', 'nothing is cached, so that a rebuilt console shows at once'],
  ['AWS::CloudFront::CloudFrontOriginAccessIdentity', emulatorsAskNobody],
  ['AWS::CloudFront::OriginAccessControl', emulatorsAskNobody],
  ['AWS::CloudFront::OriginRequestPolicy', 'every header, cookie and query string is forwarded'],
  ['AWS::CloudWatch::Alarm', alarmsNobody],
  ['AWS::CloudWatch::CompositeAlarm', alarmsNobody],
  ['AWS::CloudWatch::Dashboard', 'no metrics are kept'],
  ['AWS::Cognito::UserPoolDomain', 'people sign in through the console, not through hosted pages'],
  ['AWS::KMS::ReplicaKey', 'there is one region'],
  ['AWS::Lambda::Alias', 'there is one version of every function'],
  ['AWS::Lambda::EventInvokeConfig', 'asynchronous calls are made once'],
  ['AWS::Lambda::LayerVersion', 'only the bucket deployment, which is substituted, brings a layer'],
  ['AWS::Lambda::Version', 'there is one version of every function'],
  ['AWS::Logs::LogGroup', 'logs are files in the state folder'],
  ['AWS::Logs::MetricFilter', 'no metrics are kept'],
  ['AWS::Route53::RecordSet', noPublicName],
  ['AWS::S3::BucketPolicy', emulatorsAskNobody],
  ['AWS::SNS::Subscription', alarmsNobody],
  ['AWS::SNS::Topic', alarmsNobody],
  ['AWS::SNS::TopicPolicy', alarmsNobody],
  ['AWS::SQS::QueuePolicy', emulatorsAskNobody],
  ['AWS::SecretsManager::ResourcePolicy', emulatorsAskNobody],
  ['AWS::WAFv2::LoggingConfiguration', noTraffic],
  ['AWS::WAFv2::WebACL', noTraffic],
  ['AWS::WAFv2::WebACLAssociation', noTraffic],
  ['Custom::S3AutoDeleteObjects', 'a fresh start deletes the state folder'],
]);

/** Refuses a template with a resource that is in none of the lists, naming each. */
export function refuseUnknownTypes(resources: Record<string, { Type: string }>): void {
  const unknown = Object.entries(resources).filter(
    ([, { Type }]) => !runTypes.has(Type) && !substitutedTypes.has(Type) && !inertTypes.has(Type),
  );
  if (unknown.length === 0) return;
  const named = unknown.map(([logicalId, { Type }]) => `${logicalId} (${Type})`).join(', ');
  throw new CannotStart(
    `The local cloud does not know what to do with ${named}. ` +
      'Run the type, substitute it, or list it as inert with a reason in local/template/resource-types.ts.',
  );
}
