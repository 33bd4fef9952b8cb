import { epochMilliseconds, MillisecondsPerSecond } from '../kernel/time.ts';
import type { ObservedInteraction } from './observed-item.ts';
import { stepOfSeconds } from './response-steps.ts';
import { type Cell, UnknownSentiment } from './rollup-cell.ts';

/** More topics of one text are not counted: each is a cell of its own, and an update has room for few. */
const MostTopics = 5;

/** CM-19: every cell in which an interaction counts as it is, each once. */
export function interactionCells(item: ObservedInteraction): Cell[] {
  const { accountId, provider, contentId, reply, analysis } = item;
  // Whoever was answered counts as answered, also where the answer came on the platform and the case was closed.
  const status = reply ? 'replied' : item.status;
  const sentiment = analysis?.sentiment ?? UnknownSentiment;
  const cells: Cell[] = [{ counts: 'interaction', accountId, provider, sentiment, status }];
  if (contentId) cells.push({ counts: 'content', accountId, contentId, sentiment, status });
  if (reply) cells.push({ counts: 'response', accountId, ...responseOf(item.commentedAt, reply) });
  const topics = new Set(analysis?.topics.map(countedTopic).filter((topic) => topic !== ''));
  for (const topic of [...topics].slice(0, MostTopics)) {
    cells.push({ counts: 'topic', accountId, sentiment, topic });
  }
  return cells;
}

function responseOf(commentedAt: string, reply: NonNullable<ObservedInteraction['reply']>) {
  const milliseconds = epochMilliseconds(reply.repliedAt) - epochMilliseconds(commentedAt);
  const responder = reply.repliedBy === 'automation' ? 'automation' : (reply.memberId ?? 'platform');
  return { responder, step: stepOfSeconds(milliseconds / MillisecondsPerSecond) };
}

/** A model writes the same topic in several ways: case and spaces do not tell topics apart. */
function countedTopic(topic: string): string {
  return topic.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
