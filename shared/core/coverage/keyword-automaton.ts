/** A place where a pattern was found: `[start, end)` in the searched text. */
export interface Occurrence {
  pattern: number;
  start: number;
  end: number;
}

/** Searches one text for all patterns at once. */
export type Search = (text: string) => Occurrence[];

/**
 * Builds an Aho-Corasick automaton: its time to search a text grows with the text and with what is found,
 * not with the number of patterns, so one crawl can serve every tracker. Empty patterns never occur.
 */
export function keywordAutomaton(patterns: readonly string[]): Search {
  const { edges, endings } = buildTrie(patterns);
  const { failure, output } = linkFailures(edges, endings);
  const step = (from: number, unit: number): number => {
    let state = from;
    while (true) {
      const next = edges[state]?.get(unit);
      if (next !== undefined) return next;
      if (state === Root) return Root;
      state = failure[state] ?? Root;
    }
  };
  return (text) => {
    const found: Occurrence[] = [];
    let state = Root;
    for (let index = 0; index < text.length; index += 1) {
      state = step(state, text.charCodeAt(index));
      const first = endings[state] ? state : (output[state] ?? Root);
      for (let at = first; at !== Root; at = output[at] ?? Root) {
        for (const pattern of endings[at] ?? []) {
          const length = patterns[pattern]?.length ?? 0;
          found.push({ pattern, start: index + 1 - length, end: index + 1 });
        }
      }
    }
    return found;
  };
}

const Root = 0;

interface Trie {
  /** Per state: UTF-16 code unit → state. */
  edges: Map<number, number>[];
  /** Per state: the patterns that end there. */
  endings: (number[] | undefined)[];
}

function buildTrie(patterns: readonly string[]): Trie {
  const edges: Map<number, number>[] = [new Map()];
  const endings: (number[] | undefined)[] = [undefined];
  for (const [number, pattern] of patterns.entries()) {
    if (pattern === '') continue;
    let state = Root;
    for (let index = 0; index < pattern.length; index += 1) {
      const unit = pattern.charCodeAt(index);
      let next = edges[state]?.get(unit);
      if (next === undefined) {
        next = edges.push(new Map()) - 1;
        endings.push(undefined);
        edges[state]?.set(unit, next);
      }
      state = next;
    }
    endings[state] = [...(endings[state] ?? []), number];
  }
  return { edges, endings };
}

/** Per state: where to go on when no edge fits, and the nearest shorter state at which a pattern ends. */
function linkFailures(edges: Trie['edges'], endings: Trie['endings']) {
  const failure = new Int32Array(edges.length);
  const output = new Int32Array(edges.length);
  const queue: number[] = [...(edges[Root]?.values() ?? [])];
  for (let head = 0; head < queue.length; head += 1) {
    const state = queue[head] ?? Root;
    for (const [unit, next] of edges[state] ?? []) {
      queue.push(next);
      let fallback = failure[state] ?? Root;
      while (fallback !== Root && !edges[fallback]?.has(unit)) fallback = failure[fallback] ?? Root;
      const target = edges[fallback]?.get(unit) ?? Root;
      failure[next] = target;
      output[next] = endings[target] ? target : (output[target] ?? Root);
    }
  }
  return { failure, output };
}
