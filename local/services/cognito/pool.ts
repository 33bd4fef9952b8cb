import * as z from 'zod';
import { AwsError } from '../protocols/aws-error.ts';

const PasswordPolicy = z.object({
  MinimumLength: z.int().default(8),
  RequireLowercase: z.boolean().default(false),
  RequireUppercase: z.boolean().default(false),
  RequireNumbers: z.boolean().default(false),
  RequireSymbols: z.boolean().default(false),
});

/** What the local cloud heeds of an `AWS::Cognito::UserPool`. */
export const Pool = z.object({
  UsernameAttributes: z.array(z.string()).default([]),
  Policies: z.object({ PasswordPolicy: PasswordPolicy.prefault({}) }).prefault({}),
  AdminCreateUserConfig: z
    .object({
      AllowAdminCreateUserOnly: z.boolean().default(false),
      InviteMessageTemplate: z
        .object({ EmailSubject: z.string().optional(), EmailMessage: z.string().optional() })
        .prefault({}),
    })
    .prefault({}),
});
export type Pool = z.output<typeof Pool>;

/** What the local cloud heeds of an `AWS::Cognito::UserPoolClient`. */
export const Client = z.object({
  UserPoolId: z.string(),
  ExplicitAuthFlows: z.array(z.string()).default([]),
  PreventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).default('LEGACY'),
  IdTokenValidity: z.number().optional(),
  AccessTokenValidity: z.number().optional(),
  RefreshTokenValidity: z.number().optional(),
  TokenValidityUnits: z
    .object({
      IdToken: z.string().optional(),
      AccessToken: z.string().optional(),
      RefreshToken: z.string().optional(),
    })
    .prefault({}),
});
export type Client = z.output<typeof Client>;

const SecondsPer: Record<string, number> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

/** How long each token of a client lives; hours and 30 days where the template does not say. */
export function tokenSeconds(client: Client): { id: number; access: number; refresh: number } {
  const units = client.TokenValidityUnits;
  return {
    id: (client.IdTokenValidity ?? 1) * (SecondsPer[units.IdToken ?? 'hours'] ?? 3_600),
    access: (client.AccessTokenValidity ?? 1) * (SecondsPer[units.AccessToken ?? 'hours'] ?? 3_600),
    refresh: (client.RefreshTokenValidity ?? 30) * (SecondsPer[units.RefreshToken ?? 'days'] ?? 86_400),
  };
}

/** Enforces the pool's password policy, in Cognito's words. */
export function checkPassword(password: string, { Policies: { PasswordPolicy: policy } }: Pool): void {
  const faults: [boolean, string][] = [
    [password.length < policy.MinimumLength, 'Password not long enough'],
    [policy.RequireUppercase && !/[A-Z]/.test(password), 'Password must have uppercase characters'],
    [policy.RequireLowercase && !/[a-z]/.test(password), 'Password must have lowercase characters'],
    [policy.RequireNumbers && !/[0-9]/.test(password), 'Password must have numeric characters'],
    [
      policy.RequireSymbols && !/[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/.test(password),
      'Password must have symbol characters',
    ],
  ];
  const [, fault] = faults.find(([applies]) => applies) ?? [];
  if (fault) throw new AwsError('InvalidPasswordException', `Password did not conform with policy: ${fault}`);
}
