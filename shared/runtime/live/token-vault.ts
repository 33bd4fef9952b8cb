import { setTimeout as wait } from 'node:timers/promises';
import { renewingVault } from '../../core/accounts/renewing-vault.ts';
import { tokenVault as createVault } from '../../infra/dynamo/token-vault.ts';
import { tokenCipher } from '../../infra/kms/token-cipher.ts';
import { requireEnvironment } from '../env.ts';
import { accounts } from './accounts.ts';
import { clock, randomSecret } from './clock.ts';
import { table } from './table.ts';
import { tokenRenewers } from './token-renewers.ts';

const vault = createVault({
  table,
  cipher: tokenCipher(requireEnvironment('TOKENS_KEY_ARN')),
  nowMilliseconds: Date.now,
});

export const tokenVault = renewingVault({
  vault,
  renewals: vault,
  renewers: tokenRenewers,
  onRenewedEarly: (context, accountId, tokenExpiresAt) =>
    accounts.note(context, accountId, { tokenExpiresAt }),
  newSecret: randomSecret,
  clock,
  wait,
});
