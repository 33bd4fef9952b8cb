import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import * as z from 'zod';

/** Accepts findings of cdk-nag for a construct and what is below it; each with the reason why it is right here. */
export function acknowledge(scope: IConstruct, reasons: Record<string, string>): void {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(scope).acknowledge({ id, reason });
}

const Intrinsic = z.union([
  z.strictObject({ Ref: z.string() }).transform(({ Ref }) => `<${Ref}>`),
  z
    .strictObject({ 'Fn::GetAtt': z.array(z.string()) })
    .transform((path) => `<${path['Fn::GetAtt'].join('.')}>`),
]);
const Piece = z.union([z.string(), Intrinsic]);
const Joined = z
  .strictObject({ 'Fn::Join': z.tuple([z.literal(''), z.array(Piece)]) })
  .transform((join) => join['Fn::Join'][1].join(''));

/** A name as cdk-nag spells it in findings, with what CloudFormation fills in between angle brackets. */
export function inFinding(scope: IConstruct, name: string): string {
  return z.union([Piece, Joined]).parse(Stack.of(scope).resolve(name));
}
