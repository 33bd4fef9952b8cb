import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../protocols/aws-error.ts';
import { type Operation, operation } from '../protocols/json-protocol.ts';
import { type CognitoDirectory, passwordMatches } from './directory.ts';
import { notAuthorized, type Tokens } from './tokens.ts';

export const Text = z.string().min(1);

const InitiateAuth = z.object({
  ClientId: Text,
  AuthFlow: z.enum(['USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH']),
  AuthParameters: z.record(z.string(), z.string()),
});

const ChallengeResponse = z.object({
  ClientId: Text,
  ChallengeName: z.literal('NEW_PASSWORD_REQUIRED'),
  Session: Text,
  ChallengeResponses: z.object({ USERNAME: Text, NEW_PASSWORD: z.string() }),
});

/** Signing in by password, renewing by refresh token, and ending what a sign-in began. */
export function signInOperations(directory: CognitoDirectory, tokens: Tokens): Record<string, Operation> {
  /** Sessions of people who have to choose a password; a restart makes them sign in again. */
  const challenges = new Map<string, string>();

  async function signInByPassword(clientId: string, name: string, password: string) {
    const client = directory.client(clientId);
    const user = directory.find(client.UserPoolId, name);
    if (!user && client.PreventUserExistenceErrors === 'LEGACY') throw unknownUser('User does not exist.');
    const matches = await passwordMatches(password, user?.password);
    if (!user || !matches) throw notAuthorized('Incorrect username or password.');
    if (user.status === 'CONFIRMED') return authenticated(await tokens.signIn(user, clientId));
    const Session = randomUUID();
    challenges.set(Session, user.sub);
    const userAttributes = JSON.stringify(user.attributes);
    const ChallengeParameters = { USER_ID_FOR_SRP: user.username, requiredAttributes: '[]', userAttributes };
    return { ChallengeName: 'NEW_PASSWORD_REQUIRED', Session, ChallengeParameters };
  }

  return {
    InitiateAuth: operation(InitiateAuth, async ({ ClientId, AuthFlow, AuthParameters }) => {
      const allowed = directory.client(ClientId).ExplicitAuthFlows.includes(`ALLOW_${AuthFlow}`);
      if (!allowed)
        throw new AwsError('InvalidParameterException', `${AuthFlow} flow not enabled for this client`);
      const { USERNAME = '', PASSWORD = '', REFRESH_TOKEN = '' } = AuthParameters;
      if (AuthFlow === 'USER_PASSWORD_AUTH') return signInByPassword(ClientId, USERNAME, PASSWORD);
      return authenticated(await tokens.refresh(REFRESH_TOKEN, ClientId));
    }),
    RespondToAuthChallenge: operation(
      ChallengeResponse,
      async ({ ClientId, Session, ChallengeResponses }) => {
        const user = directory.get(challenges.get(Session) ?? '');
        const named = directory.find(directory.client(ClientId).UserPoolId, ChallengeResponses.USERNAME);
        if (!user || user.sub !== named?.sub) throw notAuthorized('Invalid session for the user.');
        await directory.setPassword(user, ChallengeResponses.NEW_PASSWORD);
        challenges.delete(Session);
        return authenticated(await tokens.signIn(user, ClientId));
      },
    ),
    GlobalSignOut: operation(z.object({ AccessToken: Text }), async ({ AccessToken }) => {
      directory.endSignIns((await tokens.bearer(AccessToken)).sub);
    }),
    RevokeToken: operation(z.object({ Token: Text, ClientId: Text }), ({ Token }) =>
      directory.endSignIn(Token),
    ),
  };
}

function authenticated(AuthenticationResult: unknown) {
  return { AuthenticationResult, ChallengeParameters: {} };
}

export function unknownUser(message: string): AwsError {
  return new AwsError('UserNotFoundException', message);
}
