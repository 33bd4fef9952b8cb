import { describe, expect, it } from 'vitest';
import { findRegexFault } from '../../../shared/infra/patterns/regex-fault.ts';

describe('the fault of a regular expression', () => {
  it.each([
    ['a(b', 1, 'missing closing )'],
    ['(a)(b(c)', 3, 'missing closing )'],
    ['x[(]y(z', 5, 'missing closing )'],
    ['a)b', 1, 'unexpected )'],
    ['(a)b)c)', 4, 'unexpected )'],
    ['ab[cd', 2, 'missing closing ]'],
    ['*a', 0, 'missing argument to repetition operator'],
    ['x*|*', 3, 'missing argument to repetition operator'],
    ['ab**', 2, 'invalid nested repetition operator'],
    ['a{2,1}', 1, 'invalid repeat count'],
    ['x(?=a)', 1, 'invalid or unsupported Perl syntax'],
    ['a\\zb\\y', 4, 'invalid escape sequence'],
    ['ab\\', 2, 'trailing backslash at end of expression'],
    ['b-a[b-a]', 4, 'invalid character class range'],
    ['x\\p{Foo}', 1, 'invalid character class range'],
    ['é(?P<n', 1, 'invalid named capture'],
  ])('AR-11 stands at its place in %s', (source, position, description) => {
    expect(findRegexFault(source)).toEqual({ position, description });
  });

  it.each(['refund', '\\brückgabe', 'a|b', '(?:x[)]){2,3}$', '\\Qa(b'])('AR-11 is none in %s', (source) => {
    expect(findRegexFault(source)).toBeUndefined();
  });
});
