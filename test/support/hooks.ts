import type { createHooksHandler } from '../../lambdas/api/hooks/index.ts';

type Deps = Parameters<typeof createHooksHandler>[0];

/** For a handler whose platforms take nothing back. */
export const noWithdrawals: Pick<
  Deps,
  'nameSender' | 'persons' | 'deletions' | 'requestWithdrawal' | 'readSignedRequest' | 'publicUrl'
> = {
  nameSender: async () => undefined,
  persons: { accountsOf: async () => [] },
  deletions: { save: async () => undefined, find: async () => undefined, noteErased: async () => undefined },
  requestWithdrawal: async () => undefined,
  readSignedRequest: () => Promise.reject(new Error('Nothing is signed here.')),
  publicUrl: 'https://earshot.example',
};
