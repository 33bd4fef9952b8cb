import type { ConsoleConfig } from './config.ts';

/** Tokens of one sign-in; the refresh token is absent where Cognito renews without rotating it. */
export interface CognitoTokens {
  idToken: string;
  refreshToken: string | undefined;
  expiresInSeconds: number;
}

/** Cognito refused; `code` is its exception's name without `Exception`, e.g. `NotAuthorized`. */
export class CognitoError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'CognitoError';
    this.code = code;
  }
}

interface AuthenticationAnswer {
  AuthenticationResult?: { IdToken: string; RefreshToken?: string; ExpiresIn: number };
  ChallengeName?: string;
  Session?: string;
}

export type SignInOutcome =
  | { kind: 'signed-in'; tokens: CognitoTokens }
  /** An invited person signs in with a temporary password and must choose their own. */
  | { kind: 'new-password-required'; session: string };

/** The few calls of Cognito that a password sign-in needs, by its documented JSON protocol. */
export class Cognito {
  readonly #config: Pick<ConsoleConfig, 'cognitoEndpoint' | 'userPoolClientId'>;
  readonly #fetch: typeof fetch;

  constructor(config: Pick<ConsoleConfig, 'cognitoEndpoint' | 'userPoolClientId'>, get: typeof fetch) {
    this.#config = config;
    this.#fetch = get;
  }

  async signIn(email: string, password: string): Promise<SignInOutcome> {
    return outcomeOf(
      await this.#call<AuthenticationAnswer>('InitiateAuth', {
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: email, PASSWORD: password },
      }),
    );
  }

  async chooseNewPassword(email: string, password: string, session: string): Promise<SignInOutcome> {
    return outcomeOf(
      await this.#call<AuthenticationAnswer>('RespondToAuthChallenge', {
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session: session,
        ChallengeResponses: { USERNAME: email, NEW_PASSWORD: password },
      }),
    );
  }

  async refresh(refreshToken: string): Promise<CognitoTokens> {
    const outcome = outcomeOf(
      await this.#call<AuthenticationAnswer>('InitiateAuth', {
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: refreshToken },
      }),
    );
    if (outcome.kind !== 'signed-in') throw new CognitoError('NotAuthorized', 'Sign in again.');
    return outcome.tokens;
  }

  /** True when the person can sign in at once, false when a code was mailed first. */
  async signUp(email: string, password: string): Promise<{ confirmed: boolean }> {
    const answer = await this.#call<{ UserConfirmed: boolean }>('SignUp', {
      Username: email,
      Password: password,
      UserAttributes: [{ Name: 'email', Value: email }],
    });
    return { confirmed: answer.UserConfirmed };
  }

  async confirmSignUp(email: string, code: string): Promise<void> {
    await this.#call('ConfirmSignUp', { Username: email, ConfirmationCode: code });
  }

  async revoke(refreshToken: string): Promise<void> {
    await this.#call('RevokeToken', { Token: refreshToken });
  }

  async #call<T = unknown>(action: string, input: Record<string, unknown>): Promise<T> {
    const response = await this.#fetch(this.#config.cognitoEndpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      },
      body: JSON.stringify({ ClientId: this.#config.userPoolClientId, ...input }),
    }).catch(() => {
      throw new CognitoError('Offline', 'The sign-in service cannot be reached.');
    });
    const answer: unknown = await response.json().catch(() => ({}));
    if (!response.ok) throw refusalOf(answer);
    return answer as T;
  }
}

function refusalOf(answer: unknown): CognitoError {
  const { __type = 'Unknown', message = '' } = answer as { __type?: string; message?: string };
  const name = __type.split('#').at(-1) ?? __type;
  return new CognitoError(name.replace(/Exception$/, ''), message);
}

function outcomeOf(answer: AuthenticationAnswer): SignInOutcome {
  const result = answer.AuthenticationResult;
  if (result) {
    const { IdToken: idToken, RefreshToken: refreshToken, ExpiresIn: expiresInSeconds } = result;
    return { kind: 'signed-in', tokens: { idToken, refreshToken, expiresInSeconds } };
  }
  if (answer.ChallengeName === 'NEW_PASSWORD_REQUIRED' && answer.Session) {
    return { kind: 'new-password-required', session: answer.Session };
  }
  throw new CognitoError('UnsupportedChallenge', answer.ChallengeName ?? 'no answer');
}
