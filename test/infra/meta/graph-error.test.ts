import { describe, expect, it } from 'vitest';
import { failureOf, graphError } from '../../../shared/infra/meta/graph-error.ts';
import { usageOf } from '../../../shared/infra/meta/usage.ts';

const answer = (status: number, text: string, headers = {}) => ({ status, headers, text });

describe('errors of the Graph API', () => {
  it.each([
    [1, undefined, 'outage'],
    [2, undefined, 'outage'],
    [4, undefined, 'throttled'],
    [10, undefined, 'permission_missing'],
    [17, undefined, 'throttled'],
    [32, undefined, 'throttled'],
    [100, undefined, 'invalid_request'],
    [100, 33, 'gone'],
    [190, 463, 'token_rejected'],
    [200, undefined, 'permission_missing'],
    [299, undefined, 'permission_missing'],
    [368, undefined, 'blocked'],
    [506, undefined, 'duplicate'],
    [613, undefined, 'throttled'],
    [80001, undefined, 'throttled'],
    [80006, undefined, 'throttled'],
  ] as const)('CM-04 reads the code %i/%s as %s', (code, error_subcode, failure) => {
    expect(failureOf({ code, error_subcode })).toBe(failure);
  });

  it('AR-12 takes a code that nobody documented as an outage, which may have had an effect', () => {
    expect(failureOf({ code: 424_242, error_subcode: undefined })).toBe('outage');
  });

  it('CM-04 takes a page of HTML as an outage', () => {
    const error = graphError(answer(502, '<html>Bad gateway</html>'), undefined);
    expect(error).toMatchObject({ failure: 'outage', mayHaveHadEffect: true });
  });

  it('CM-03 tells the members what happened to their access', () => {
    const json = { error: { message: 'Error validating access token', code: 190, error_subcode: 460 } };
    const error = graphError(answer(400, JSON.stringify(json)), json);
    expect(error.message).toBe(
      'The password of the person who connected this page was changed. Connect the page again.',
    );
  });

  it('CM-06 waits as long as the header of the page says', () => {
    const json = { error: { message: 'too many calls', code: 80001 } };
    const usage = {
      '1': [{ call_count: 100, total_cputime: 23, total_time: 5, estimated_time_to_regain_access: 7 }],
    };
    const headers = { 'x-business-use-case-usage': JSON.stringify(usage) };
    expect(graphError(answer(400, '', headers), json).retryAfterSeconds).toBe(420);
  });
});

describe('usage headers of the Graph API', () => {
  it.each([
    ['nothing', {}, undefined],
    ['garbage', { 'x-app-usage': '{' }, undefined],
    [
      'the app',
      { 'x-app-usage': '{"call_count":28,"total_time":25,"total_cputime":31}' },
      { percent: 31, minutesToRegainAccess: 0 },
    ],
  ])('CM-06 reads %s', (_name, headers, expected) => {
    expect(usageOf(headers)).toEqual(expected);
  });
});
