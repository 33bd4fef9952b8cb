import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../protocols/aws-error.ts';
import { type Operation, operation } from '../protocols/json-protocol.ts';
import { type CognitoDirectory, passwordMatches, type User } from './directory.ts';
import { checkPassword } from './pool.ts';
import { Text, unknownUser } from './sign-in.ts';
import { notAuthorized, type Tokens } from './tokens.ts';

/** Delivers a mail of the user pool. */
export type PoolMail = (to: string, subject: string, text: string) => Promise<void>;

export const Attributes = z
  .array(z.object({ Name: z.string(), Value: z.string() }))
  .default([])
  .transform((pairs) => Object.fromEntries(pairs.map(({ Name, Value }) => [Name, Value])));

const OfClient = z.object({ ClientId: Text, Username: Text });
const SignUp = OfClient.extend({ Password: z.string(), UserAttributes: Attributes });
const Reset = OfClient.extend({ ConfirmationCode: Text, Password: z.string() });
const OfBearer = z.object({ AccessToken: Text });
const Change = OfBearer.extend({ PreviousPassword: z.string(), ProposedPassword: z.string() });

const ResetCodeMilliseconds = 3_600_000;
const UnknownUser = 'Username/client id combination not found.';

/** What people do with their own account. Who signs up is confirmed at once: nobody has to read the outbox for it. */
export function accountOperations(
  directory: CognitoDirectory,
  tokens: Tokens,
  mail: PoolMail,
): Record<string, Operation> {
  const find = ({ ClientId, Username }: z.infer<typeof OfClient>) =>
    directory.find(directory.client(ClientId).UserPoolId, Username);
  return {
    SignUp: operation(SignUp, async ({ ClientId, Username, Password, UserAttributes }) => {
      const { UserPoolId } = directory.client(ClientId);
      const pool = directory.pool(UserPoolId);
      const closed = pool.AdminCreateUserConfig.AllowAdminCreateUserOnly;
      if (closed) throw notAuthorized('SignUp is not permitted for this user pool');
      checkPassword(Password, pool);
      const user = directory.add(UserPoolId, Username, { ...UserAttributes, email_verified: 'true' });
      await directory.setPassword(user, Password);
      return { UserConfirmed: true, UserSub: user.sub };
    }),
    ConfirmSignUp: operation(OfClient, (input) => {
      const user = find(input);
      if (!user) throw unknownUser(UnknownUser);
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
    }),
    ForgotPassword: operation(OfClient, async (input) => {
      const user = find(input);
      const { PreventUserExistenceErrors } = directory.client(input.ClientId);
      if (!user && PreventUserExistenceErrors === 'LEGACY') throw unknownUser(UnknownUser);
      const email = user?.attributes['email'] ?? input.Username;
      if (user) {
        const code = String(randomInt(1_000_000)).padStart(6, '0');
        user.resetCode = { code, expiresAt: Date.now() + ResetCodeMilliseconds };
        directory.save();
        await mail(email, 'Your verification code', `Your password reset code is ${code}`);
      }
      const Destination = email.replace(/^(.)[^@]*@(.).*$/, '$1***@$2***');
      return { CodeDeliveryDetails: { Destination, DeliveryMedium: 'EMAIL', AttributeName: 'email' } };
    }),
    ConfirmForgotPassword: operation(Reset, async (input) => {
      const user = find(input);
      if (!user?.resetCode || user.resetCode.expiresAt <= Date.now()) {
        throw new AwsError('ExpiredCodeException', 'Invalid code provided, please request a code again.');
      }
      if (user.resetCode.code !== input.ConfirmationCode) {
        throw new AwsError('CodeMismatchException', 'Invalid verification code provided, please try again.');
      }
      await directory.setPassword(user, input.Password);
    }),
    ChangePassword: operation(Change, async ({ AccessToken, PreviousPassword, ProposedPassword }) => {
      const user = await tokens.bearer(AccessToken);
      const matches = await passwordMatches(PreviousPassword, user.password);
      if (!matches) throw notAuthorized('Incorrect username or password.');
      await directory.setPassword(user, ProposedPassword);
    }),
    GetUser: operation(OfBearer, async ({ AccessToken }) => {
      const user = await tokens.bearer(AccessToken);
      return { Username: user.username, UserAttributes: attributesOf(user) };
    }),
  };
}

export function attributesOf({ sub, attributes }: User) {
  return Object.entries({ sub, ...attributes }).map(([Name, Value]) => ({ Name, Value }));
}
