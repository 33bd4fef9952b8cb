import { AppError } from '../../core/kernel/errors.ts';

/** Far above what honest feeds need, far below what would hurt; checked before anything builds a tree. */
export const FeedLimits = {
  bytes: 8 * 1024 * 1024,
  depth: 1_000,
  items: 10_000,
  /** Of one stretch of text between two tags. */
  textCharacters: 500_000,
} as const;

export function feedProblem(code: string, message: string, cause?: unknown): AppError {
  return new AppError('invalid', code, message, cause === undefined ? {} : { cause });
}

export function assertFeedSize(bytes: number): void {
  if (bytes > FeedLimits.bytes) {
    throw feedProblem('feed_too_large', `The feed is larger than ${FeedLimits.bytes / 1024 / 1024} MB.`);
  }
}

/** Walks over the tags once, without recursion. @throws AppError naming the limit that the document exceeds. */
export function assertFeedLimits(xml: string): void {
  let depth = 0;
  let items = 0;
  let position = 0;
  while (position < xml.length) {
    const open = xml.indexOf('<', position);
    const textEnd = open === -1 ? xml.length : open;
    if (textEnd - position > FeedLimits.textCharacters) {
      throw feedProblem('feed_text_too_long', 'The feed holds a text that is too long to be read.');
    }
    if (open === -1) return;
    const { end, kind } = tagAt(xml, open);
    if (kind === 'open') depth += 1;
    if (kind === 'close') depth = Math.max(0, depth - 1);
    if (depth > FeedLimits.depth)
      throw feedProblem('feed_too_deep', 'The feed nests its elements too deeply.');
    if (kind === 'open' && /^<(?:\w+:)?(?:item|entry)\b/i.test(xml.slice(open, open + 40))) items += 1;
    if (items > FeedLimits.items) {
      throw feedProblem('feed_too_many_items', `The feed has more than ${FeedLimits.items} entries.`);
    }
    if (end - open > FeedLimits.textCharacters) {
      throw feedProblem('feed_text_too_long', 'The feed holds a text that is too long to be read.');
    }
    position = end;
  }
}

interface Tag {
  kind: 'open' | 'close' | 'other';
  /** The position after it. */
  end: number;
}

function tagAt(xml: string, open: number): Tag {
  if (xml.startsWith('<!--', open)) return { kind: 'other', end: after(xml, '-->', open + 4) };
  if (xml.startsWith('<![CDATA[', open)) return { kind: 'other', end: after(xml, ']]>', open + 9) };
  if (xml.startsWith('<?', open)) return { kind: 'other', end: after(xml, '?>', open + 2) };
  const end = after(xml, '>', open + 1);
  const next = xml[open + 1] ?? '';
  if (next === '/') return { kind: 'close', end };
  const isElement = /[A-Za-z_:]/.test(next) && xml[end - 2] !== '/';
  return { kind: isElement ? 'open' : 'other', end };
}

function after(xml: string, terminator: string, from: number): number {
  const found = xml.indexOf(terminator, from);
  return found === -1 ? xml.length : found + terminator.length;
}
