import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Operation, operation } from '../protocols/json-protocol.ts';
import { Attributes, attributesOf, type PoolMail } from './account.ts';
import type { CognitoDirectory, User } from './directory.ts';
import { checkPassword } from './pool.ts';
import { Text, unknownUser } from './sign-in.ts';

const Named = z.object({ UserPoolId: Text, Username: Text });
const SetPassword = Named.extend({ Password: z.string(), Permanent: z.boolean().default(false) });
const CreateUser = Named.extend({
  UserAttributes: Attributes,
  /** Without one Cognito makes it up: with a character of every kind that a policy may ask for. */
  TemporaryPassword: z.string().default(() => `aA1-${randomUUID().slice(0, 12)}`),
  MessageAction: z.enum(['RESEND', 'SUPPRESS']).optional(),
});

/** Operations that need IAM permission on the pool. */
export function adminOperations(directory: CognitoDirectory, mail: PoolMail): Record<string, Operation> {
  const existing = ({ UserPoolId, Username }: z.infer<typeof Named>): User => {
    directory.pool(UserPoolId);
    const user = directory.find(UserPoolId, Username);
    if (!user) throw unknownUser('User does not exist.');
    return user;
  };

  async function invite(user: User, password: string): Promise<void> {
    const { InviteMessageTemplate } = directory.pool(user.poolId).AdminCreateUserConfig;
    const { EmailSubject = 'Your temporary password', EmailMessage } = InviteMessageTemplate;
    const name = user.attributes['email'] ?? user.username;
    const text = EmailMessage ?? 'Your username is {username} and temporary password is {####}.';
    await mail(name, EmailSubject, text.replaceAll('{username}', name).replaceAll('{####}', password));
  }

  return {
    AdminCreateUser: operation(CreateUser, async (input) => {
      const { UserPoolId, Username, UserAttributes, TemporaryPassword, MessageAction } = input;
      checkPassword(TemporaryPassword, directory.pool(UserPoolId));
      const again = MessageAction === 'RESEND';
      const user = again ? existing(input) : directory.add(UserPoolId, Username, UserAttributes);
      await directory.setPassword(user, TemporaryPassword, 'FORCE_CHANGE_PASSWORD');
      if (MessageAction !== 'SUPPRESS') await invite(user, TemporaryPassword);
      return { User: { ...described(user), Attributes: attributesOf(user) } };
    }),
    AdminSetUserPassword: operation(SetPassword, async (input) => {
      const status = input.Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
      await directory.setPassword(existing(input), input.Password, status);
    }),
    AdminGetUser: operation(Named, (input) => {
      const user = existing(input);
      return { ...described(user), UserAttributes: attributesOf(user) };
    }),
    AdminDeleteUser: operation(Named, (input) => directory.remove(existing(input))),
  };
}

function described({ username, status, createdAt }: User) {
  const dates = { UserCreateDate: createdAt, UserLastModifiedDate: createdAt };
  return { Username: username, UserStatus: status, Enabled: true, ...dates };
}
