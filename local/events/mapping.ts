import * as z from 'zod';
import type { Resolver } from '../template/resolve.ts';
import type { JsonObject, Template } from '../template/template.ts';

const Filter = z.looseObject({
  Pattern: z.string().transform((text): JsonObject => z.record(z.string(), z.json()).parse(JSON.parse(text))),
});

const MappingProperties = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.number().optional(),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.looseObject({ MaximumConcurrency: z.number() }).optional(),
  FilterCriteria: z.looseObject({ Filters: z.array(Filter) }).optional(),
  StartingPosition: z.enum(['LATEST', 'TRIM_HORIZON']).optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(-1),
  MaximumRecordAgeInSeconds: z.number().optional(),
  ParallelizationFactor: z.literal(1).optional(),
  MetricsConfig: z.json().optional(),
  Tags: z.json().optional(),
  DestinationConfig: z
    .looseObject({ OnFailure: z.looseObject({ Destination: z.string() }).optional() })
    .optional(),
});

export interface EventSourceMapping {
  logicalId: string;
  sourceArn: string;
  /** Name or ARN. */
  functionName: string;
  batchSize: number | undefined;
  windowSeconds: number;
  reportsItemFailures: boolean;
  maximumConcurrency: number;
  filters: JsonObject[];
  bisects: boolean;
  /** -1: without end. */
  maximumRetries: number;
  onFailureQueueArn: string | undefined;
}

/** A queue's consumer has two processes here, so more batches at once would only wait. */
const LocalConcurrency = 2;

/** The template's event source mappings; a property that the local cloud does not know is refused. */
export function readMappings(template: Template, resolver: Resolver): EventSourceMapping[] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === 'AWS::Lambda::EventSourceMapping')
    .flatMap(([logicalId]) => {
      const properties = MappingProperties.parse(resolver.properties(logicalId));
      if (!properties.Enabled) return [];
      return {
        logicalId,
        sourceArn: properties.EventSourceArn,
        functionName: properties.FunctionName,
        batchSize: properties.BatchSize,
        windowSeconds: properties.MaximumBatchingWindowInSeconds,
        reportsItemFailures: properties.FunctionResponseTypes.length > 0,
        maximumConcurrency: Math.min(
          properties.ScalingConfig?.MaximumConcurrency ?? LocalConcurrency,
          LocalConcurrency,
        ),
        filters: properties.FilterCriteria?.Filters.map(({ Pattern }) => Pattern) ?? [],
        bisects: properties.BisectBatchOnFunctionError,
        maximumRetries: properties.MaximumRetryAttempts,
        onFailureQueueArn: properties.DestinationConfig?.OnFailure?.Destination,
      };
    });
}

const BatchAnswer = z.looseObject({
  batchItemFailures: z.array(z.looseObject({ itemIdentifier: z.string() })).nullish(),
});

/**
 * The ids that a handler reports as failed. As on AWS, nothing or an empty list means that all went well, and an
 * answer of another shape, or an unknown id, means that all failed.
 */
export function failedItems(answer: unknown, ids: readonly string[]): ReadonlySet<string> {
  if (answer === null || answer === undefined) return new Set();
  const parsed = BatchAnswer.safeParse(answer);
  if (!parsed.success) return new Set(ids);
  const failed = (parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return failed.every((id) => ids.includes(id)) ? new Set(failed) : new Set(ids);
}

/** A poller of one event source, until it is stopped. */
export interface Poller {
  stop(): void;
}
