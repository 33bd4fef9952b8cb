/**
 * Public prices of us-east-1 in US dollars as of November 2026, without free tiers and discounts. Check them before you rely
 * on them. eu-central-1 costs about 22 % more for DynamoDB; Lambda and SQS cost the same.
 */
export const Prices = {
  asOf: '2026-11-20',
  region: 'us-east-1',
  sources: {
    dynamo: 'aws.amazon.com/dynamodb/pricing/on-demand, since the price cut of November 2024; looked up',
    sqs: 'aws.amazon.com/sqs/pricing; from memory of the published page',
    lambda: 'aws.amazon.com/lambda/pricing, arm64; looked up',
    model:
      'aws.amazon.com/bedrock/pricing, Claude Haiku 4.5 on a regional profile (10 % above global); looked up',
  },
  /** Per million. */
  writeUnits: 0.625,
  readUnits: 0.125,
  queueRequests: 0.4,
  lambdaRequests: 0.2,
  inputTokens: 1.1,
  outputTokens: 5.5,
  /** Per gigabyte-second. */
  lambdaGigabyteSeconds: 0.0000133334,
} as const;
