import {
  ChooseAccounts,
  GetConnection,
  ListAccounts,
  StartConnection,
  UpdateAccount,
} from '../../shared/contract/api/accounts.ts';
import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import type { Client } from './client.ts';

/** What a person picks in the dialog of a platform. */
export interface Asset {
  provider: SocialAccount['provider'];
  name: string;
}

/** Connects an account by OAuth, as a person does it in the console, and switches its automation on (CM-01). */
export async function connectAccount(client: Client, asset: Asset): Promise<SocialAccount> {
  const account = (await connected(client, asset)) ?? (await connect(client, asset));
  if (account.automationEnabledAt !== null) return account;
  return client.call(UpdateAccount, {
    params: { accountId: account.accountId },
    body: { isAutomationEnabled: true },
  });
}

async function connected(client: Client, asset: Asset): Promise<SocialAccount | undefined> {
  const { items } = await client.call(ListAccounts);
  return items.find(
    ({ provider, name, status }) => provider === asset.provider && name === asset.name && status === 'active',
  );
}

async function connect(client: Client, { provider, name }: Asset): Promise<SocialAccount> {
  const started = await client.call(StartConnection, { body: { provider } });
  const callback = await redirectOf(client, `${started.authorizeUrl}&auto=1`);
  const landing = new URL(await redirectOf(client, callback), client.baseUrl);
  const params = { connectionId: started.connectionId };
  const { assets, failure } = await client.call(GetConnection, { params });
  const found = assets.find((asset) => asset.name === name);
  if (!found)
    throw new Error(`The dialog led to ${landing}; ${failure?.message ?? `${name} was not found`}.`);
  const { items } = await client.call(ChooseAccounts, { params, body: { externalIds: [found.externalId] } });
  const [chosen] = items;
  if (!chosen?.account) throw new Error(chosen?.refusal?.message ?? `${name} was not connected.`);
  return chosen.account;
}

async function redirectOf(client: Client, url: string): Promise<string> {
  const answer = await client.send(url);
  const location = answer.headers.get('location');
  if (!location) throw new Error(`${url} answered ${answer.status} instead of redirecting.`);
  return location;
}
