import * as z from 'zod';
import { ConditionOperators } from './condition-operators.ts';
import type { RuleFacts } from './rule-facts.ts';

type Operators = typeof ConditionOperators;
type ConditionOf<F extends keyof Operators, O extends keyof Operators[F]> = {
  field: F;
  operator: O;
  value: Operators[F][O] extends { value: infer S extends z.ZodType } ? z.output<S> : never;
};

/** One condition of a rule; all of a rule's conditions must hold (AR-06). */
export type Condition = {
  [F in keyof Operators]: { [O in keyof Operators[F]]: ConditionOf<F, O> }[keyof Operators[F]];
}[keyof Operators];

interface AnyOperator {
  value: z.ZodType;
  holds(value: unknown, facts: RuleFacts): boolean;
  actual(facts: RuleFacts): unknown;
}

/** The compiler cannot follow a field to its own operators, so the record is widened here, once. */
const Operators = ConditionOperators as unknown as Record<string, Record<string, AnyOperator>>;

const shapes = Object.entries(Operators).map(([field, operators]) =>
  z.discriminatedUnion(
    'operator',
    Object.entries(operators).map(([name, { value }]) =>
      z.strictObject({ field: z.literal(field), operator: z.literal(name), value }),
    ) as unknown as [z.ZodObject, ...z.ZodObject[]],
  ),
);

export const Condition = z.discriminatedUnion(
  'field',
  shapes as unknown as [z.ZodDiscriminatedUnion, ...z.ZodDiscriminatedUnion[]],
) as unknown as z.ZodType<Condition>;

function operatorOf(condition: Condition): AnyOperator {
  const found = Operators[condition.field]?.[condition.operator];
  if (!found) throw new TypeError(`There is no condition ${condition.field} ${condition.operator}.`);
  return found;
}

export function conditionHolds(condition: Condition, facts: RuleFacts): boolean {
  return operatorOf(condition).holds(condition.value, facts);
}

/** What the condition looked at, for the trace. */
export function subjectOf(condition: Condition, facts: RuleFacts): unknown {
  return operatorOf(condition).actual(facts);
}
