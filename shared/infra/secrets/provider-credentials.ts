import * as z from 'zod';

const Text = z.string().min(1);
const MetaApp = z.object({ appId: Text, appSecret: Text, verifyToken: Text });
const TiktokApp = z.object({ appId: Text, appSecret: Text });
const GoogleApp = z.object({ clientId: Text, clientSecret: Text });

/** The apps that the operators registered at the providers, as they store them in Secrets Manager. */
interface ProviderCredentials {
  meta: z.infer<typeof MetaApp>;
  tiktok: z.infer<typeof TiktokApp>;
  google: z.infer<typeof GoogleApp>;
}

const Schemas: { [P in keyof ProviderCredentials]: z.ZodType<ProviderCredentials[P]> } = {
  meta: MetaApp,
  tiktok: TiktokApp,
  google: GoogleApp,
};

const Stored = z.record(z.string(), z.unknown());

/**
 * Reads the credentials of one provider; undefined where none are stored: the provider is then "not configured".
 * What is wrong with another provider's does no harm here.
 */
export function credentialsReader<P extends keyof ProviderCredentials>(
  readSecret: () => Promise<string>,
  provider: P,
): () => Promise<ProviderCredentials[P] | undefined> {
  return async () => {
    const text = (await readSecret()).trim();
    const credentials = Stored.parse(text === '' ? {} : JSON.parse(text))[provider];
    return credentials === undefined ? undefined : Schemas[provider].parse(credentials);
  };
}
