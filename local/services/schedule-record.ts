import * as z from 'zod';

/** An instant in epoch seconds; the API sends numbers, the template ISO texts. */
const Instant = z.union([z.number(), z.iso.datetime().transform((text) => Date.parse(text) / 1_000)]);

const TimeZone = z.string().refine(isTimeZone, 'Provided ScheduleExpressionTimezone is not valid.');

/** A schedule's own fields: what `CreateSchedule` takes, and what the template says of an `AWS::Scheduler::Schedule`. */
export const ScheduleDefinition = z.object({
  Name: z.string().regex(/^[0-9a-zA-Z-_.]{1,64}$/),
  GroupName: z.string().default('default'),
  Description: z.string().max(512).optional(),
  ScheduleExpression: z.string().min(1).max(256),
  ScheduleExpressionTimezone: TimeZone.default('UTC'),
  StartDate: Instant.optional(),
  EndDate: Instant.optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  FlexibleTimeWindow: z.object({
    Mode: z.enum(['OFF', 'FLEXIBLE']),
    MaximumWindowInMinutes: z.int().optional(),
  }),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), Input: z.string().optional() }).loose(),
});
export type ScheduleDefinition = z.output<typeof ScheduleDefinition>;

export const ScheduleRecord = ScheduleDefinition.extend({
  Arn: z.string(),
  CreationDate: z.number(),
  LastModificationDate: z.number(),
  /** The request that created it: the same request again is no conflict. */
  createdBy: z.object({ token: z.string(), request: z.string() }).optional(),
});
export type ScheduleRecord = z.output<typeof ScheduleRecord>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
