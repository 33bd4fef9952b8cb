/** What the stack writes beside the console's files when it deploys them. */
export interface ConsoleConfig {
  region: string;
  userPoolClientId: string;
  /** Where Cognito's JSON calls are posted. */
  cognitoEndpoint: string;
  /** Origin of the API; empty means the console's own. */
  apiBase: string;
  /** Viewer of mails that a local stack did not really send. */
  outboxUrl?: string | undefined;
}

export async function loadConfig(get: typeof fetch): Promise<ConsoleConfig> {
  const response = await get('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The console's config.json could not be read (${response.status}).`);
  return (await response.json()) as ConsoleConfig;
}
