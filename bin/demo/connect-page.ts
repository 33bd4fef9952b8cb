import {
  ChooseAccounts,
  GetConnection,
  ListAccounts,
  StartConnection,
  UpdateAccount,
} from '../../shared/contract/api/accounts.ts';
import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import type { Client } from './client.ts';

/** Connects the page by OAuth, as a person does it in the console, and switches its automation on (CM-01). */
export async function connectPage(client: Client, pageName: string): Promise<SocialAccount> {
  const account = (await connected(client, pageName)) ?? (await connect(client, pageName));
  if (account.automationEnabledAt !== null) return account;
  return client.call(UpdateAccount, {
    params: { accountId: account.accountId },
    body: { isAutomationEnabled: true },
  });
}

async function connected(client: Client, pageName: string): Promise<SocialAccount | undefined> {
  const { items } = await client.call(ListAccounts);
  return items.find(({ name, status }) => name === pageName && status === 'active');
}

async function connect(client: Client, pageName: string): Promise<SocialAccount> {
  const started = await client.call(StartConnection, { body: { provider: 'facebook' } });
  const callback = await redirectOf(client, `${started.authorizeUrl}&auto=1`);
  const landing = new URL(await redirectOf(client, callback), client.baseUrl);
  const params = { connectionId: started.connectionId };
  const { assets, failure } = await client.call(GetConnection, { params });
  const page = assets.find(({ name }) => name === pageName);
  if (!page)
    throw new Error(`The dialog led to ${landing}; ${failure?.message ?? `${pageName} was not found`}.`);
  const { items } = await client.call(ChooseAccounts, { params, body: { externalIds: [page.externalId] } });
  const [chosen] = items;
  if (!chosen?.account) throw new Error(chosen?.refusal?.message ?? 'The page was not connected.');
  return chosen.account;
}

async function redirectOf(client: Client, url: string): Promise<string> {
  const answer = await client.send(url);
  const location = answer.headers.get('location');
  if (!location) throw new Error(`${url} answered ${answer.status} instead of redirecting.`);
  return location;
}
