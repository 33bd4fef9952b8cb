import * as z from 'zod';
import { CreateOrganization, GetMe } from '../../shared/contract/api/organizations.ts';
import { Client } from './client.ts';

/** The person that the demo data belongs to; the sign-in that `npm start` prints. */
export const DemoUser = { email: 'ana@beanbar.example', password: 'Bean-Bar-2026' };

interface Person {
  email: string;
  password: string;
}

const ConsoleConfig = z.object({ userPoolClientId: z.string(), cognitoEndpoint: z.string() });
const Tokens = z.object({ AuthenticationResult: z.object({ IdToken: z.string() }) });

/** Signs a person up where needed, signs in, and makes sure that the person has an organization. */
export async function signIn(
  baseUrl: string,
  person: Person = DemoUser,
  organization = 'Bean Bar',
): Promise<Client> {
  const config = ConsoleConfig.parse(await (await fetch(new URL('/config.json', baseUrl))).json());
  const endpoint = new URL(config.cognitoEndpoint, baseUrl).toString();
  const idToken =
    (await idTokenOf(endpoint, config.userPoolClientId, person)) ??
    (await signedUp(endpoint, config.userPoolClientId, person));
  const client = new Client(baseUrl, idToken);
  const me = await client.call(GetMe);
  if (!me.organization) {
    await client.call(CreateOrganization, {
      body: { name: organization, language: 'en', timeZone: 'Europe/Berlin', country: 'DE' },
    });
  }
  return client;
}

async function signedUp(endpoint: string, clientId: string, person: Person): Promise<string> {
  await cognito(endpoint, 'SignUp', {
    ClientId: clientId,
    Username: person.email,
    Password: person.password,
    UserAttributes: [{ Name: 'email', Value: person.email }],
  });
  const token = await idTokenOf(endpoint, clientId, person);
  if (!token) throw new Error('The sign-up worked, the sign-in did not.');
  return token;
}

async function idTokenOf(endpoint: string, clientId: string, person: Person): Promise<string | undefined> {
  const answer = await cognito(endpoint, 'InitiateAuth', {
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: person.email, PASSWORD: person.password },
  });
  return Tokens.safeParse(answer).data?.AuthenticationResult.IdToken;
}

async function cognito(endpoint: string, operation: string, body: unknown): Promise<unknown> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  return answer.json();
}
