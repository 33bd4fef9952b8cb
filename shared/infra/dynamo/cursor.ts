import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../core/kernel/errors.ts';

/** The position after the last item of a page, as DynamoDB's ExclusiveStartKey. */
export type StartKey = Record<string, string>;

const TagBytes = 16;

/**
 * Cursors are opaque and authenticated: they carry a key of the table, so one that was made up,
 * altered, or made for another organization or list is refused instead of read.
 */
export function encodeCursor(signingKey: string, scope: string, startKey: StartKey): string {
  const payload = Buffer.from(JSON.stringify(startKey));
  return Buffer.concat([tag(signingKey, scope, payload), payload]).toString('base64url');
}

export function decodeCursor(signingKey: string, scope: string, cursor: string): StartKey {
  const bytes = Buffer.from(cursor, 'base64url');
  const payload = bytes.subarray(TagBytes);
  const given = bytes.subarray(0, TagBytes);
  if (given.length < TagBytes || !timingSafeEqual(given, tag(signingKey, scope, payload))) {
    throw new AppError(
      'invalid',
      'invalid_cursor',
      'This cursor does not belong to this list. Start again without one.',
    );
  }
  return JSON.parse(payload.toString()) as StartKey;
}

function tag(signingKey: string, scope: string, payload: Buffer): Buffer {
  return createHmac('sha256', signingKey)
    .update(scope)
    .update('\0')
    .update(payload)
    .digest()
    .subarray(0, TagBytes);
}
