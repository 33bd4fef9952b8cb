import { defineConfig } from 'vitest/config';

/** What the stack gives its functions; no test reaches any of these addresses. */
const environment = {
  STAGE: 'test',
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  NODE_NO_WARNINGS: '1',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  TABLE_NAME: 'earshot',
  SIGNING_SECRET_ARN: 'arn:aws:secretsmanager:eu-central-1:000000000000:secret:signing',
  PROVIDERS_SECRET_ARN: 'arn:aws:secretsmanager:eu-central-1:000000000000:secret:providers',
  TOKENS_KEY_ARN: 'arn:aws:kms:eu-central-1:000000000000:key/tokens',
  INTAKE_QUEUE_URL: 'http://127.0.0.1:9/intake',
  REPLIES_QUEUE_URL: 'http://127.0.0.1:9/replies',
  SYNC_QUEUE_URL: 'http://127.0.0.1:9/sync',
  FEEDS_QUEUE_URL: 'http://127.0.0.1:9/feeds',
  REPORTS_QUEUE_URL: 'http://127.0.0.1:9/reports',
  JOBS_QUEUE_URL: 'http://127.0.0.1:9/jobs',
  WEBHOOKS_QUEUE_URL: 'http://127.0.0.1:9/webhooks',
  EXPORTS_BUCKET: 'earshot-test-exports',
  REPORTS_QUEUE_ARN: 'arn:aws:sqs:eu-central-1:000000000000:reports',
  SCHEDULE_GROUP_NAME: 'earshot-test',
  SCHEDULE_ROLE_ARN: 'arn:aws:iam::000000000000:role/schedules',
  MODEL_ID: 'model',
  MAIL_FROM: 'Earshot <reports@earshot.example>',
  MAIL_CONFIGURATION_SET: 'earshot-test',
  PUBLIC_URL: 'https://earshot.example',
  USER_POOL_ISSUER: 'https://issuer.example/pool',
  USER_POOL_CLIENT_ID: 'client',
  USER_POOL_JWKS_URL: 'https://issuer.example/pool/.well-known/jwks.json',
  REPLY_QUIET_SECONDS: '600',
  RESOLVE_NEWS_LINKS: 'false',
};

/** Four kinds of tests, each with its own pace: see CONTRIBUTING.md. */
export default defineConfig({
  test: {
    env: environment,
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      { test: { name: 'architecture', include: ['test/architecture.test.ts'] } },
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/architecture.test.ts', 'test/**/*.emulator.test.ts', 'test/**/*.browser.test.ts'],
        },
      },
      {
        test: {
          name: 'emulator',
          include: ['test/**/*.emulator.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
