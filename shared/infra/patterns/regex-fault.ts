import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import type { FindRegexFault } from '../../core/automation/blocklist.ts';

interface Fault {
  description: string;
  /** The part of the expression that the parser stumbled over; null where it names none. */
  fragment: string | null;
}

function faultOf(source: string): Fault | undefined {
  try {
    RE2JS.compile(source);
    return undefined;
  } catch (error) {
    if (error instanceof RE2JSSyntaxException)
      return { description: error.getDescription(), fragment: error.getPattern() };
    if (error instanceof RE2JSException) return { description: error.message, fragment: null };
    throw error;
  }
}

/** RE2 names the faulty part of an expression, not where it stands: that is found by reading its beginnings. */
export const findRegexFault: FindRegexFault = (source) => {
  const fault = faultOf(source);
  return fault && { position: positionOf(source, fault), description: fault.description };
};

function positionOf(source: string, { description, fragment }: Fault): number {
  if (description.startsWith('trailing backslash')) return source.length - 1;
  if (fragment === null) return 0;
  if (description === 'missing closing )') return longestSoundBeginning(source);
  if (description === 'unexpected )') return shortestFaultyBeginning(source, description) - 1;
  return firstFaulty(source, fragment, description) ?? Math.max(0, source.lastIndexOf(fragment));
}

/** What the last sound beginning lacks is the parenthesis after it, which nothing closes. */
function longestSoundBeginning(source: string): number {
  for (let length = source.length - 1; length > 0; length -= 1) {
    if (!faultOf(source.slice(0, length))) return length;
  }
  return 0;
}

function shortestFaultyBeginning(source: string, description: string): number {
  for (let length = 1; length < source.length; length += 1) {
    if (faultOf(source.slice(0, length))?.description === description) return length;
  }
  return source.length;
}

/** The parser reads from left to right: the fragment at fault is the first one that is faulty when nothing follows it. */
function firstFaulty(source: string, fragment: string, description: string): number | undefined {
  for (let at = source.indexOf(fragment); at >= 0; at = source.indexOf(fragment, at + 1)) {
    const fault = faultOf(source.slice(0, at + fragment.length));
    if (fault?.description === description && fault.fragment === fragment) return at;
  }
  return undefined;
}
