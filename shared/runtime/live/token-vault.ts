import { tokenVault as createVault } from '../../infra/dynamo/token-vault.ts';
import { tokenCipher } from '../../infra/kms/token-cipher.ts';
import { requireEnvironment } from '../env.ts';
import { table } from './table.ts';

export const tokenVault = createVault({
  table,
  cipher: tokenCipher(requireEnvironment('TOKENS_KEY_ARN')),
  nowMilliseconds: Date.now,
});
