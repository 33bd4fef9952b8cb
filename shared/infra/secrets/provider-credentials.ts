import * as z from 'zod';

/** The apps that the operators registered at the providers, as they store them in Secrets Manager. */
const ProviderCredentials = z.object({
  meta: z
    .object({ appId: z.string().min(1), appSecret: z.string().min(1), verifyToken: z.string().min(1) })
    .optional(),
  tiktok: z.object({ appId: z.string().min(1), appSecret: z.string().min(1) }).optional(),
  google: z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) }).optional(),
});
export type ProviderCredentials = z.infer<typeof ProviderCredentials>;

/** Reads the credentials of one provider; undefined where none are stored: the provider is then "not configured". */
export function credentialsReader<P extends keyof ProviderCredentials>(
  readSecret: () => Promise<string>,
  provider: P,
): () => Promise<ProviderCredentials[P] | undefined> {
  return async () => {
    const text = (await readSecret()).trim();
    return ProviderCredentials.parse(text === '' ? {} : JSON.parse(text))[provider];
  };
}
