/** The app that is registered at the simulated Google; the local stack's provider credentials are these. */
export const simulatedGoogleApp = {
  clientId: '102030405060-earshot.apps.googleusercontent.com',
  clientSecret: 'simulated-google-client-secret',
} as const;

/** The person who is signed in at the simulated Google. */
export const googlePerson = { name: 'Robin Ferreira' } as const;
