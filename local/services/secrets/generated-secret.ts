import { randomInt } from 'node:crypto';
import * as z from 'zod';

const Lower = 'abcdefghijklmnopqrstuvwxyz';
const Digits = '0123456789';
const Punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

export const GenerateSecretString = z.object({
  PasswordLength: z.int().min(1).max(4_096).default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludeLowercase: z.boolean().default(false),
  ExcludeUppercase: z.boolean().default(false),
  ExcludeNumbers: z.boolean().default(false),
  ExcludePunctuation: z.boolean().default(false),
  IncludeSpace: z.boolean().default(false),
  RequireEachIncludedType: z.boolean().default(true),
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
});
type GenerateSecretString = z.infer<typeof GenerateSecretString>;

/** The first value of a secret that the template leaves to Secrets Manager, in the shape the template asks for. */
export function generatedSecret(wanted: GenerateSecretString): string {
  const value = generatedPassword(wanted);
  if (wanted.SecretStringTemplate === undefined || wanted.GenerateStringKey === undefined) return value;
  const fields = z.record(z.string(), z.unknown()).parse(JSON.parse(wanted.SecretStringTemplate));
  return JSON.stringify({ ...fields, [wanted.GenerateStringKey]: value });
}

function generatedPassword(wanted: GenerateSecretString): string {
  const alphabets = [
    wanted.ExcludeLowercase ? '' : Lower,
    wanted.ExcludeUppercase ? '' : Lower.toUpperCase(),
    wanted.ExcludeNumbers ? '' : Digits,
    wanted.ExcludePunctuation ? '' : Punctuation,
    wanted.IncludeSpace ? ' ' : '',
  ].map((alphabet) => [...alphabet].filter((character) => !wanted.ExcludeCharacters.includes(character)));
  const used = alphabets.filter((alphabet) => alphabet.length > 0);
  if (used.length === 0) throw new Error('A generated secret excludes every character.');
  const pick = (from: readonly string[]) => from[randomInt(from.length)] ?? '';
  for (;;) {
    const characters = Array.from({ length: wanted.PasswordLength }, () => pick(used.flat()));
    const complete = used.every((alphabet) => characters.some((character) => alphabet.includes(character)));
    if (complete || !wanted.RequireEachIncludedType || wanted.PasswordLength < used.length)
      return characters.join('');
  }
}
