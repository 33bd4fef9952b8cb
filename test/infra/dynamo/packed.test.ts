import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../../../shared/infra/dynamo/packed.ts';

describe('packed values', () => {
  it.each([
    [{ text: '0000-01-01T00:00:00.000Z' }],
    [{ text: '1969-12-31T23:59:59.999Z', capturedAt: '2026-11-20T12:00:00.000Z' }],
    [{ text: '9999-12-31T23:59:59.999Z', capturedAt: '0001-01-01T00:00:00.000Z' }],
    [{ text: '~2026-11-20T12:00:00.000Z', parts: ['~', '~~a', null, 1.5, true] }],
  ])('CM-14 are unpacked as they were, whatever somebody wrote: %j', (value) => {
    expect(unpack(pack(value))).toEqual(value);
  });
});
