/** The app that is registered at the simulated TikTok API for Business; the local stack's credentials are these. */
export const simulatedTiktokApp = {
  appId: '7350000000000000123',
  appSecret: 'simulated-tiktok-app-secret',
} as const;
