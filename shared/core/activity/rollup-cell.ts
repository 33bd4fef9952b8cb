/** What a cell of a rollup counts. Written as one text, because it is the name of an attribute. */
export type Cell =
  | { counts: 'interaction'; accountId: string; provider: string; sentiment: string; status: string }
  | { counts: 'content'; accountId: string; contentId: string; sentiment: string; status: string }
  /** `responder`: a member's id, `automation`, or `platform` for answers that were given there. */
  | { counts: 'response'; accountId: string; responder: string; step: number }
  | { counts: 'topic'; accountId: string; sentiment: string; topic: string }
  /** Ends of automation's decisions; `ruleId` and `blockedBy` are empty where there is none. */
  | { counts: 'execution'; accountId: string; ruleId: string; outcome: string; blockedBy: string }
  /** Milliseconds from capture to those decisions. */
  | { counts: 'processing'; accountId: string }
  | { counts: 'clipping'; campaignId: string; detection: string }
  | { counts: 'suggestion'; campaignId: string }
  /** What analyses took of the model: `calls`, `inputTokens`, `outputTokens`, `microUsd`. */
  | { counts: 'model'; measure: string };

/** An interaction without an analysis is counted under this sentiment. */
export const UnknownSentiment = 'unknown';

export function cellName(cell: Cell): string {
  return partsOf(cell).join('|');
}

function partsOf(cell: Cell): (string | number)[] {
  switch (cell.counts) {
    case 'interaction':
      return [cell.counts, cell.accountId, cell.provider, cell.sentiment, cell.status];
    case 'content':
      return [cell.counts, cell.accountId, cell.contentId, cell.sentiment, cell.status];
    case 'response':
      return [cell.counts, cell.accountId, cell.responder, cell.step];
    case 'topic':
      return [cell.counts, cell.accountId, cell.sentiment, cell.topic];
    case 'execution':
      return [cell.counts, cell.accountId, cell.ruleId, cell.outcome, cell.blockedBy];
    case 'processing':
      return [cell.counts, cell.accountId];
    case 'clipping':
      return [cell.counts, cell.campaignId, cell.detection];
    case 'suggestion':
      return [cell.counts, cell.campaignId];
    case 'model':
      return [cell.counts, cell.measure];
  }
}

/** Reads a cell's name back; undefined for names of a kind that this version does not know. */
export function parseCell(name: string): Cell | undefined {
  const [counts, a = '', b = '', c = '', d = ''] = name.split('|');
  switch (counts) {
    case 'interaction':
      return { counts, accountId: a, provider: b, sentiment: c, status: d };
    case 'content':
      return { counts, accountId: a, contentId: b, sentiment: c || UnknownSentiment, status: d };
    case 'response':
      return { counts, accountId: a, responder: b, step: Number(c) };
    case 'topic':
      // A topic comes last, because it may hold the mark that parts the others.
      return { counts, accountId: a, sentiment: b, topic: name.split('|').slice(3).join('|') };
    case 'execution':
      return { counts, accountId: a, ruleId: b, outcome: c, blockedBy: d };
    case 'processing':
      return { counts, accountId: a };
    case 'clipping':
      return { counts, campaignId: a, detection: b };
    case 'suggestion':
      return { counts, campaignId: a };
    case 'model':
      return { counts, measure: a };
    default:
      return undefined;
  }
}
