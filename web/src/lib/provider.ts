/** The social networks, in the order in which people see them. */
export const Providers = ['facebook', 'instagram', 'tiktok', 'youtube'] as const;
export type Provider = (typeof Providers)[number];
