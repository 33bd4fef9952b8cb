import { linearRegexes } from '../../infra/patterns/linear-regex.ts';

export const compileRegex = linearRegexes();
