/** The app that is registered at the simulated Meta; the local stack's provider credentials are these. */
export const simulatedMetaApp = {
  appId: '1020304050607080',
  appSecret: 'simulated-meta-app-secret',
  verifyToken: 'simulated-meta-verify-token',
} as const;

/** The person who is signed in at the simulated Facebook. */
export const facebookPerson = { id: '10150000000000001', name: 'Robin Ferreira' } as const;
