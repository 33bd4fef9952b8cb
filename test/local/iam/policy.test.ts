import { describe, expect, it } from 'vitest';
import { decide, PolicyDocument, type Statement } from '../../../local/iam/policy.ts';

const table = 'arn:aws:dynamodb:eu-central-1:000000000000:table/earshot';

function statements(...given: object[]): Statement[] {
  return PolicyDocument.parse({ Statement: given }).Statement;
}

describe('ST-05 a role', () => {
  it.each([
    ['an exact action', { Action: 'dynamodb:PutItem', Resource: table }, true],
    ['another case of the action', { Action: 'DynamoDB:putitem', Resource: table }, true],
    [
      'a wildcard',
      { Action: ['sqs:*', 'dynamodb:Put*'], Resource: 'arn:aws:dynamodb:*:*:table/ear?hot' },
      true,
    ],
    ['everything but an action', { NotAction: 'dynamodb:DeleteItem', Resource: '*' }, true],
    ['another action', { Action: 'dynamodb:GetItem', Resource: table }, false],
    ['the table’s indexes only', { Action: 'dynamodb:PutItem', Resource: `${table}/index/*` }, false],
    ['everything but this resource', { Action: '*', NotResource: table }, false],
    ['a name that only begins alike', { Action: 'dynamodb:PutItem', Resource: table.slice(0, -1) }, false],
  ])('that allows %s: %j', (_, statement, allowed) => {
    const decision = decide(statements({ Effect: 'Allow', ...statement }), 'dynamodb:PutItem', table);
    expect(decision.allowed).toBe(allowed);
  });

  it('is denied what nothing allows, with the reason that AWS gives', () => {
    expect(decide([], 'kms:Decrypt', '*')).toEqual({
      allowed: false,
      because: 'because no identity-based policy allows the kms:Decrypt action',
    });
  });

  it('is denied what one statement denies and another allows', () => {
    const both = statements(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'dynamodb:PutItem', Resource: table },
    );
    expect(decide(both, 'dynamodb:PutItem', table)).toEqual({
      allowed: false,
      because: 'with an explicit deny in an identity-based policy',
    });
    expect(decide(both, 'dynamodb:PutItem', `${table}/other`).allowed).toBe(true);
  });

  it('keeps a permission whose condition cannot be evaluated here, and ignores such a denial', () => {
    const conditional = {
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      Action: '*',
      Resource: '*',
    };
    const both = statements({ Effect: 'Allow', ...conditional }, { Effect: 'Deny', ...conditional });
    expect(decide(both, 'dynamodb:PutItem', table).allowed).toBe(true);
  });
});
