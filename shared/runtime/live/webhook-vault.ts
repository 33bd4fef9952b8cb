import { tokenCipher } from '../../infra/kms/token-cipher.ts';
import { webhookVault as createVault } from '../../infra/kms/webhook-vault.ts';
import { requireEnvironment } from '../env.ts';

export const webhookVault = createVault(tokenCipher(requireEnvironment('TOKENS_KEY_ARN')), Date.now);
