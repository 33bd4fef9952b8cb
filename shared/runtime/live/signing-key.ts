import { secretReader } from '../../infra/secrets/secret-reader.ts';
import { requireEnvironment } from '../env.ts';

let reader: (() => Promise<string>) | undefined;

/** The stack's own key for cursors and signed links; read only by functions that use it. */
export function signingKey(): Promise<string> {
  reader ??= secretReader(requireEnvironment('SIGNING_SECRET_ARN'), Date.now);
  return reader();
}
