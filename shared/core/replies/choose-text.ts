import { sha256 } from '../kernel/digest.ts';

/**
 * Picks one of a rule's texts by the interaction: a repetition of the work picks the same one,
 * different interactions are spread over all of them (AR-21).
 */
export function chooseText<T>(texts: readonly T[], interactionId: string, revision: number): T | undefined {
  const number = Number.parseInt(sha256(`${interactionId}#${revision}`).slice(0, 8), 16);
  return texts[number % texts.length];
}
