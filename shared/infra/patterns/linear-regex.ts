import { RE2JS, RE2JSException } from 're2js';
import type { CompileRegex } from '../../core/coverage/spam-pattern.ts';

/** Compiled expressions of the organizations whose articles a crawl is recording. */
const MostKept = 1_000;

/** RE2's expressions: their time grows with the text alone, so a customer's pattern cannot stop a crawl. */
export function linearRegexes(): CompileRegex {
  const kept = new Map<string, RE2JS | undefined>();
  return (source) => {
    if (!kept.has(source)) {
      if (kept.size >= MostKept) kept.clear();
      kept.set(source, compiled(source));
    }
    const expression = kept.get(source);
    return expression && ((text) => expression.test(text));
  };
}

function compiled(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    if (error instanceof RE2JSException) return undefined;
    throw error;
  }
}
