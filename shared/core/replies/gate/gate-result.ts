import * as z from 'zod';

/**
 * What a generated reply may fail on, the most telling first (AR-08).
 * The order is that of the reasons: the first one that fails names why a person gets the interaction.
 */
export const GateChecks = [
  'empty',
  'length',
  'characters',
  'variable',
  'markup',
  'link',
  'email',
  'handle',
  'phone',
  'contact',
  'personal_data',
  'blocklist',
  'medical',
  'escalation',
  'abuse',
  'topic',
  'promise',
  'figure',
  'model_talk',
  'echo',
  'language',
] as const;
export const GateCheck = z.enum(GateChecks);
export type GateCheck = z.infer<typeof GateCheck>;

/** A check that a text failed, with what was found in it. */
export const GateFailure = z.object({ check: GateCheck, found: z.string() });
export type GateFailure = z.infer<typeof GateFailure>;

export const GateResult = z.object({ ok: z.boolean(), failed: z.array(GateFailure) });
export type GateResult = z.infer<typeof GateResult>;

/** The reason under which a person gets what the gate refused. */
export type GateReason = `gate:${GateCheck}`;

export function gateReasonOf({ check }: GateFailure): GateReason {
  return `gate:${check}`;
}
