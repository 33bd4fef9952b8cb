import { expect, it } from 'vitest';
import { webhookVault } from '../../../shared/infra/kms/webhook-vault.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { fakeCipher } from '../../support/fake-cipher.ts';

const context = aContext();

function aVault() {
  const clock = fixedClock();
  const cipher = fakeCipher();
  let opened = 0;
  const counted: typeof cipher = {
    seal: cipher.seal,
    open: (sealed, encryption) => {
      opened += 1;
      return cipher.open(sealed, encryption);
    },
  };
  return { clock, vault: webhookVault(counted, () => Date.parse(clock.now())), timesOpened: () => opened };
}

it('AR-19 opens a secret for its own endpoint and organization alone, also what it remembers', async () => {
  const { vault } = aVault();
  const sealed = await vault.seal(context, 'whk_1', 'whsec_1');

  expect(await vault.open(context, 'whk_1', sealed)).toBe('whsec_1');
  await expect(vault.open(context, 'whk_2', sealed)).rejects.toThrow('InvalidCiphertext');
  await expect(vault.open(aContext({ organizationId: 'org_other' }), 'whk_1', sealed)).rejects.toThrow(
    'InvalidCiphertext',
  );
});

it('AR-19 asks KMS for a secret at most once in five minutes', async () => {
  const { clock, vault, timesOpened } = aVault();
  const sealed = await vault.seal(context, 'whk_1', 'whsec_1');
  await vault.open(context, 'whk_1', sealed);
  clock.advance({ minutes: 4 });
  await vault.open(context, 'whk_1', sealed);
  clock.advance({ minutes: 1 });
  await vault.open(context, 'whk_1', sealed);

  expect(timesOpened()).toBe(2);
});
