import { Logger } from '@aws-lambda-powertools/logger';

/** One structured logger for all functions; never give it tokens, message texts at info level, or mail addresses. */
export const logger = new Logger({ serviceName: 'earshot' });
