import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchProblem } from './fetch-problem.ts';

/** Reads a body and undoes its compression, stopping as soon as either form of it is too long. */
export async function readLimited(
  body: Readable,
  contentEncoding: string,
  mostBytes: number,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const collect = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const stages = decompressorsOf(contentEncoding).flatMap((stage) => [stage, limit(mostBytes)]);
  await pipeline([body, limit(mostBytes), ...stages, collect]);
  return Buffer.concat(chunks);
}

/** Encodings in the order in which they must be undone: the last that was applied first. */
function decompressorsOf(contentEncoding: string): Transform[] {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  return names.toReversed().map((name) => {
    if (name === 'gzip' || name === 'x-gzip') return createGunzip();
    if (name === 'deflate') return createInflate();
    if (name === 'br') return createBrotliDecompress();
    throw new FetchProblem(
      'unreadable',
      `The host answers in the encoding ${name}, which was not asked for.`,
    );
  });
}

function limit(mostBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > mostBytes)
        done(new FetchProblem('too_large', `The answer is longer than ${mostBytes} bytes.`));
      else done(null, chunk);
    },
  });
}
