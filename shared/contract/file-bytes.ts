import * as z from 'zod';

/** An answer that is a file; `produces` of its endpoint says of which kind. */
export const FileBytes = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .meta({ override: { type: 'string', format: 'binary' } });

export const WorkbookContentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
