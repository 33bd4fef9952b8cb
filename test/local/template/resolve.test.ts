// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of Fn::Sub look like those of JavaScript.
import { describe, expect, it } from 'vitest';
import { Resolver } from '../../../local/template/resolve.ts';
import { refuseUnknownTypes } from '../../../local/template/resource-types.ts';
import type { Json, Template } from '../../../local/template/template.ts';

const place = {
  stackName: 'Shop',
  region: 'eu-central-1',
  accountId: '000000000000',
  publicHost: '127.0.0.1:4400',
};

function aTemplate(overrides: Partial<Template> = {}): Template {
  const resource = (Type: string, Properties = {}) => ({ Type, Properties, Metadata: {} });
  return {
    Resources: {
      Orders: resource('AWS::DynamoDB::Table', { TableName: { 'Fn::Sub': '${AWS::StackName}-orders' } }),
      Topic: resource('AWS::SNS::Topic'),
      Queue: resource('AWS::SQS::Queue', { DelaySeconds: { Ref: 'AWS::NoValue' } }),
      Files: resource('AWS::S3::Bucket'),
    },
    Parameters: { Version: { Default: '7' } },
    Conditions: { IsProduction: { 'Fn::Equals': [{ Ref: 'AWS::StackName' }, 'Prod'] } },
    ...overrides,
  };
}

describe('ST-02 the intrinsic functions of the template', () => {
  const resolver = new Resolver(aTemplate(), place);

  it.each<[Json, Json]>([
    [{ Ref: 'Orders' }, 'Shop-orders'],
    [{ Ref: 'Topic' }, 'arn:aws:sns:eu-central-1:000000000000:Shop-Topic'],
    [{ Ref: 'Files' }, 'shop-files'],
    [{ Ref: 'Version' }, '7'],
    [{ 'Fn::GetAtt': ['Orders', 'Arn'] }, 'arn:aws:dynamodb:eu-central-1:000000000000:table/Shop-orders'],
    [{ 'Fn::GetAtt': 'Queue.QueueName' }, 'Shop-Queue'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'Orders' }]] }, 'a/Shop-orders'],
    [
      { 'Fn::Sub': '${Orders.Arn}/index/${!literal}' },
      'arn:aws:dynamodb:eu-central-1:000000000000:table/Shop-orders/index/${literal}',
    ],
    [{ 'Fn::Sub': ['${Name}@${AWS::Region}', { Name: { Ref: 'Version' } }] }, '7@eu-central-1'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'arn:aws:sqs'] }] }, 'aws'],
    [{ 'Fn::If': ['IsProduction', 'big', { Ref: 'Version' }] }, '7'],
    [['kept', { Ref: 'AWS::NoValue' }], ['kept']],
    [
      { plain: { Ref: 'Version' }, left: { 'Fn::If': ['IsProduction', 'x', { Ref: 'AWS::NoValue' }] } },
      { plain: '7' },
    ],
  ])('%j is %j', (unresolved, expected) => {
    expect(resolver.value(unresolved)).toEqual(expected);
  });

  it('answers what a service said in place of what was derived', () => {
    resolver.learn('Queue', 'http://sqs.localhost/000000000000/Shop-Queue');
    expect(resolver.value({ Ref: 'Queue' })).toBe('http://sqs.localhost/000000000000/Shop-Queue');
    expect(resolver.properties('Queue')).toEqual({});
  });

  it('names what it does not know', () => {
    expect(() => resolver.value({ Ref: 'Nothing' })).toThrow(
      'The template refers to Nothing, which it does not define.',
    );
    expect(() => resolver.value({ 'Fn::Transform': {} })).toThrow('Fn::Transform');
  });
});

describe('ST-02 the closed lists of resource types', () => {
  it('refuse any other type by its logical id', () => {
    expect(() =>
      refuseUnknownTypes({ Cluster: { Type: 'AWS::ECS::Cluster' }, Q: { Type: 'AWS::SQS::Queue' } }),
    ).toThrow('The local cloud does not know what to do with Cluster (AWS::ECS::Cluster).');
  });
});
