import * as z from 'zod';
import type { Resolver } from '../template/resolve.ts';
import type { JsonObject, Template } from '../template/template.ts';

/** A rule of EventBridge's default bus. */
export interface EventRule {
  logicalId: string;
  pattern: JsonObject;
  /** The queues that get what matches. */
  targetArns: string[];
}

const Rule = z.looseObject({
  EventPattern: z.record(z.string(), z.json()),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(z.looseObject({ Arn: z.string() })),
});

/** The rules of the template that are switched on. @throws when one has a target that is no queue. */
export function readEventRules(template: Template, resolver: Resolver): EventRule[] {
  return Object.entries(template.Resources).flatMap(([logicalId, { Type }]) => {
    if (Type !== 'AWS::Events::Rule') return [];
    const { EventPattern: pattern, State, Targets } = Rule.parse(resolver.properties(logicalId));
    const targetArns = Targets.map(({ Arn }) => Arn);
    const other = targetArns.find((arn) => !arn.includes(':sqs:'));
    if (other) throw new Error(`${logicalId}: the local cloud hands events to queues, not to ${other}.`);
    return State === 'ENABLED' ? [{ logicalId, pattern, targetArns }] : [];
  });
}
