import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  ChangePasswordCommand,
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import PostalMime from 'postal-mime';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startCognito } from '../../../local/services/cognito.ts';
import { Outbox } from '../../../local/services/outbox/outbox.ts';
import type { ServiceOptions } from '../../../local/services/service-options.ts';
import { freshOptions, listen, serve } from './service-client.ts';

const ClientId = 'local_Console';
const UserPoolId = 'local_Users';
const Username = 'ada@press.example';
const Password = 'Correct-horse-1';

async function cognito({
  options = freshOptions(),
  client = {},
  pool = {},
}: {
  options?: ServiceOptions;
  client?: object;
  pool?: object;
} = {}) {
  const outbox = new Outbox(options.stateDir);
  const issuerBase = 'http://127.0.0.1:4400/_cognito';
  const service = await startCognito({ ...options, issuerBase, ses: { outbox } });
  service.createPool('Users', {
    UsernameAttributes: ['email'],
    Policies: { PasswordPolicy: { MinimumLength: 12, RequireUppercase: true, RequireNumbers: true } },
    ...pool,
  });
  service.createClient('Console', {
    UserPoolId,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    AccessTokenValidity: 15,
    IdTokenValidity: 15,
    RefreshTokenValidity: 1,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' },
    ...client,
  });
  const { config, needed } = await serve(service);
  const sdk = new CognitoIdentityProviderClient(config);
  const signUp = (name = Username, password = Password) =>
    sdk.send(
      new SignUpCommand({
        ClientId,
        Username: name,
        Password: password,
        UserAttributes: [{ Name: 'email', Value: name }],
      }),
    );
  const signIn = async (password = Password, name = Username) => {
    const AuthParameters = { USERNAME: name, PASSWORD: password };
    const { $metadata: _metadata, ...answer } = await sdk.send(
      new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
    );
    return answer;
  };
  const refresh = (REFRESH_TOKEN = '') =>
    sdk.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN },
      }),
    );
  const lastMail = async () => {
    const [newest] = outbox.list();
    const mail = await PostalMime.parse(outbox.find(newest?.id ?? '')?.raw ?? '');
    return {
      to: newest?.recipients.map(({ address }) => address),
      subject: mail.subject,
      text: mail.text?.trim(),
    };
  };
  return { service, sdk, needed, outbox, signUp, signIn, refresh, lastMail, issuerBase };
}

afterEach(() => {
  vi.useRealTimers();
});

function later(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });
}

describe('Cognito of the local cloud', () => {
  it('ST-07 signs people up confirmed and gives them tokens with the claims of Cognito', async () => {
    const { signUp, signIn, issuerBase } = await cognito();
    const { UserConfirmed, UserSub } = await signUp();

    const { AuthenticationResult } = await signIn();

    expect(UserConfirmed).toBe(true);
    const shared = {
      sub: UserSub,
      iss: `${issuerBase}/${UserPoolId}`,
      auth_time: expect.any(Number),
      iat: expect.any(Number),
      exp: expect.any(Number),
      jti: expect.any(String),
      event_id: expect.any(String),
      origin_jti: expect.any(String),
    };
    const id = decodeJwt(AuthenticationResult?.IdToken ?? '');
    expect(id).toEqual({
      ...shared,
      aud: ClientId,
      token_use: 'id',
      email: Username,
      email_verified: true,
      'cognito:username': UserSub,
    });
    expect((id.exp ?? 0) - (id.iat ?? 0)).toBe(900);
    expect(decodeJwt(AuthenticationResult?.AccessToken ?? '')).toEqual({
      ...shared,
      client_id: ClientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      username: UserSub,
    });
  });

  it('ST-07 publishes the key that its tokens verify with, and keeps users and key over a restart', async () => {
    const options = freshOptions();
    const first = await cognito({ options });
    await first.signUp();
    const { AuthenticationResult } = await first.signIn();
    const second = await cognito({ options });

    const base = `${await listen(second.service.handler)}/_cognito/${UserPoolId}/.well-known`;
    const keys = createRemoteJWKSet(new URL(`${base}/jwks.json`));
    const { payload } = await jwtVerify(AuthenticationResult?.IdToken ?? '', keys, { audience: ClientId });
    const configuration = await (await fetch(`${base}/openid-configuration`)).json();

    expect(payload['email']).toBe(Username);
    expect(configuration).toMatchObject({ issuer: `${second.issuerBase}/${UserPoolId}` });
    expect(await second.signIn()).toHaveProperty('AuthenticationResult');
    expect(await second.refresh(AuthenticationResult?.RefreshToken)).toHaveProperty('AuthenticationResult');
  });

  it('ST-07 refuses a wrong password and an unknown person in the same words', async () => {
    const { signUp, signIn } = await cognito();
    await signUp();

    const refusal = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
    await expect(signIn('Wrong-horse-12')).rejects.toMatchObject(refusal);
    await expect(signIn(Password, 'eve@press.example')).rejects.toMatchObject(refusal);
  });

  it('ST-07 tells that a person is unknown where the client does not hide it', async () => {
    const { signIn } = await cognito({ client: { PreventUserExistenceErrors: 'LEGACY' } });

    await expect(signIn()).rejects.toMatchObject({
      name: 'UserNotFoundException',
      message: 'User does not exist.',
    });
  });

  it.each([
    ['short-A1', 'Password not long enough'],
    ['correct-horse-1', 'Password must have uppercase characters'],
    ['Correct-horse-x', 'Password must have numeric characters'],
  ])('ST-07 enforces the password policy of the template: %s', async (password, reason) => {
    const { signUp } = await cognito();

    await expect(signUp(Username, password)).rejects.toMatchObject({
      name: 'InvalidPasswordException',
      message: `Password did not conform with policy: ${reason}`,
    });
  });

  it('ST-07 refuses a second account with the same address, however it is written', async () => {
    const { signUp } = await cognito();
    await signUp();

    await expect(signUp('ADA@press.example')).rejects.toMatchObject({ name: 'UsernameExistsException' });
    await expect(signUp('not an address')).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('ST-07 mails an invitation whose password must be replaced at the first sign-in', async () => {
    const pool = {
      AdminCreateUserConfig: {
        AllowAdminCreateUserOnly: true,
        InviteMessageTemplate: { EmailSubject: 'Join us', EmailMessage: '{username}: {####}' },
      },
    };
    const { sdk, signIn, signUp, lastMail } = await cognito({ pool });
    const UserAttributes = [{ Name: 'email', Value: Username }];
    const { User } = await sdk.send(new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes }));
    const { to, subject, text = '' } = await lastMail();
    const [, temporary = ''] = text.split(': ');

    const challenge = await signIn(temporary);
    const chosen = await sdk.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session: challenge.Session,
        ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: Password },
      }),
    );

    expect({ to, subject, status: User?.UserStatus }).toEqual({
      to: [Username],
      subject: 'Join us',
      status: 'FORCE_CHANGE_PASSWORD',
    });
    expect(challenge).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    expect(challenge).not.toHaveProperty('AuthenticationResult');
    expect(chosen.AuthenticationResult).toHaveProperty('IdToken');
    expect(await signIn()).toHaveProperty('AuthenticationResult');
    await expect(signUp('bob@press.example')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  it('ST-07 resets a forgotten password by a mailed code that is good once and for an hour', async () => {
    const { sdk, signUp, signIn, lastMail } = await cognito();
    await signUp();
    const forget = async () => {
      const { CodeDeliveryDetails } = await sdk.send(new ForgotPasswordCommand({ ClientId, Username }));
      const { text = '' } = await lastMail();
      return { code: text.slice(-6), destination: CodeDeliveryDetails?.Destination };
    };
    const confirm = (ConfirmationCode: string) =>
      sdk.send(
        new ConfirmForgotPasswordCommand({
          ClientId,
          Username,
          ConfirmationCode,
          Password: 'Another-horse-2',
        }),
      );
    const { code, destination } = await forget();
    const wrong = code === '000000' ? '000001' : '000000';

    expect(destination).toBe('a***@p***');
    await expect(confirm(wrong)).rejects.toMatchObject({ name: 'CodeMismatchException' });
    await confirm(code);
    expect(await signIn('Another-horse-2')).toHaveProperty('AuthenticationResult');
    await expect(confirm(code)).rejects.toMatchObject({ name: 'ExpiredCodeException' });

    const second = await forget();
    later(3_600_000);
    await expect(confirm(second.code)).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });

  it('ST-07 says nothing about unknown people who forgot their password', async () => {
    const { sdk, outbox } = await cognito();
    const { CodeDeliveryDetails } = await sdk.send(new ForgotPasswordCommand({ ClientId, Username }));

    expect(CodeDeliveryDetails?.Destination).toBe('a***@p***');
    expect(outbox.list()).toEqual([]);
  });

  it('ST-07 lets tokens expire when the template says so', async () => {
    const { sdk, signUp, signIn, refresh } = await cognito();
    await signUp();
    const { AuthenticationResult: tokens } = await signIn();

    later(16 * 60_000);
    await expect(sdk.send(new GetUserCommand({ AccessToken: tokens?.AccessToken }))).rejects.toMatchObject({
      message: 'Access Token has expired',
    });
    const renewed = await refresh(tokens?.RefreshToken);
    expect(
      await sdk.send(new GetUserCommand({ AccessToken: renewed.AuthenticationResult?.AccessToken })),
    ).toMatchObject({
      UserAttributes: expect.arrayContaining([{ Name: 'email', Value: Username }]),
    });
    expect(renewed.AuthenticationResult).not.toHaveProperty('RefreshToken');

    later(86_400_000);
    await expect(refresh(tokens?.RefreshToken)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  it('ST-07 ends a revoked sign-in at once, and all of them on global sign-out', async () => {
    const { sdk, signUp, signIn, refresh } = await cognito();
    await signUp();
    const [first, second, third] = [await signIn(), await signIn(), await signIn()].map(
      (answer) => answer.AuthenticationResult,
    );
    const whoAmI = (AccessToken = '') => sdk.send(new GetUserCommand({ AccessToken }));

    await sdk.send(new RevokeTokenCommand({ ClientId, Token: first?.RefreshToken }));
    await expect(refresh(first?.RefreshToken)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    await expect(whoAmI(first?.AccessToken)).rejects.toMatchObject({
      message: 'Access Token has been revoked',
    });
    expect(await whoAmI(second?.AccessToken)).toHaveProperty('Username');

    await sdk.send(new GlobalSignOutCommand({ AccessToken: second?.AccessToken }));
    await expect(whoAmI(third?.AccessToken)).rejects.toMatchObject({
      message: 'Access Token has been revoked',
    });
  });

  it('ST-07 changes a password for who knows the old one', async () => {
    const { sdk, signUp, signIn } = await cognito();
    await signUp();
    const { AuthenticationResult } = await signIn();
    const change = (PreviousPassword: string) =>
      sdk.send(
        new ChangePasswordCommand({
          AccessToken: AuthenticationResult?.AccessToken,
          PreviousPassword,
          ProposedPassword: 'Another-horse-2',
        }),
      );

    await expect(change('Wrong-horse-12')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    await change(Password);
    expect(await signIn('Another-horse-2')).toHaveProperty('AuthenticationResult');
  });

  it('ST-07 lets administrators set a password, look people up and delete them', async () => {
    const { sdk, signUp, signIn, refresh } = await cognito();
    const { UserSub } = await signUp();
    const { AuthenticationResult } = await signIn();
    const named = { UserPoolId, Username };
    await sdk.send(
      new AdminSetUserPasswordCommand({ ...named, Password: 'Another-horse-2', Permanent: true }),
    );

    expect(await signIn('Another-horse-2')).toHaveProperty('AuthenticationResult');
    expect(await sdk.send(new AdminGetUserCommand(named))).toMatchObject({
      Username: UserSub,
      UserStatus: 'CONFIRMED',
    });
    await sdk.send(new AdminDeleteUserCommand(named));
    await expect(sdk.send(new AdminGetUserCommand(named))).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
    await expect(refresh(AuthenticationResult?.RefreshToken)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });

  it('ST-07 refuses a sign-in flow that the template does not allow, and forged tokens', async () => {
    const { sdk, signUp, signIn } = await cognito({ client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] } });
    await signUp();

    await expect(signIn()).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await expect(sdk.send(new GetUserCommand({ AccessToken: 'a.b.c' }))).rejects.toMatchObject({
      message: 'Invalid Access Token',
    });
  });

  it('ST-05 asks for permission on the pool for administration, and for none to sign in', async () => {
    const { sdk, signUp, signIn, needed } = await cognito();
    await signUp();
    await signIn();
    await sdk.send(new AdminGetUserCommand({ UserPoolId, Username }));

    const arn = `arn:aws:cognito-idp:eu-central-1:000000000000:userpool/${UserPoolId}`;
    expect(needed).toEqual([{ action: 'cognito-idp:AdminGetUser', resources: [arn] }]);
  });

  it('ST-07 serves browsers of any origin what anybody may call, and no administration', async () => {
    const { service } = await cognito();
    const address = `${await listen(service.handler)}/_cognito/`;
    const call = (operation: string, input: object) =>
      fetch(address, {
        method: 'POST',
        headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
        body: JSON.stringify(input),
      });

    const preflight = await fetch(address, { method: 'OPTIONS' });
    const signedUp = await call('SignUp', { ClientId, Username, Password });
    const administration = await call('AdminGetUser', { UserPoolId, Username });

    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(await signedUp.json()).toMatchObject({ UserConfirmed: true });
    expect([administration.status, await administration.json()]).toMatchObject([
      400,
      { __type: 'UnknownOperationException' },
    ]);
  });
});
