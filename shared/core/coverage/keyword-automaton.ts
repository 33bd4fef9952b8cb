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
 * It lies in typed arrays: with a map per state, 50,000 patterns took nine times as long to build.
 */
export function keywordAutomaton(patterns: readonly string[]): Search {
  const { symbolOf, symbolCount } = symbolsOf(patterns);
  const trie = inLevels(buildTrie(patterns, symbolOf));
  const { failure, matched, table, tableStates } = linkFailures(trie, symbolCount + 1);
  const { firstChild, symbolTo, ending, samePattern } = trie;
  const width = symbolCount + 1;
  return (text) => {
    const found: Occurrence[] = [];
    let state = Root;
    for (let index = 0; index < text.length; index += 1) {
      const symbol = symbolOf[text.charCodeAt(index)] ?? NoSymbol;
      let next = NoState;
      while (state >= tableStates) {
        next = childBy(firstChild, symbolTo, state, symbol);
        if (next !== NoState) break;
        state = failure[state] ?? Root;
      }
      state = next === NoState ? (table[state * width + symbol] ?? Root) : next;
      for (let at = matched[state] ?? Root; at !== Root; at = matched[failure[at] ?? Root] ?? Root) {
        for (
          let pattern = ending[at] ?? NoPattern;
          pattern !== NoPattern;
          pattern = samePattern[pattern] ?? NoPattern
        ) {
          const length = patterns[pattern]?.length ?? 0;
          found.push({ pattern, start: index + 1 - length, end: index + 1 });
        }
      }
    }
    return found;
  };
}

const Root = 0;
/** No edge leads to the root. */
const NoState = 0;
const NoPattern = -1;
/** Of characters that occur in no pattern. */
const NoSymbol = 0;

/**
 * States near the root, where most steps are made, have a table of where each symbol leads: at most so many cells, as a
 * table that does not fit a processor's own memory makes everything around a search slower.
 */
const MostTableCells = 2 ** 18;

/** A trie as it grows: each state knows its first child and its next sibling. */
interface GrowingTrie {
  stateCount: number;
  firstChild: Int32Array;
  nextSibling: Int32Array;
  symbolTo: Uint16Array;
  ending: Int32Array;
  samePattern: Int32Array;
}

/** A trie whose states are numbered level by level, so that siblings lie side by side. */
interface LevelledTrie {
  stateCount: number;
  /** Where a state's children begin; they end where the next state's begin. */
  firstChild: Int32Array;
  /** Per state: the symbol that leads to it. */
  symbolTo: Uint16Array;
  /** Per state: a pattern that ends there. */
  ending: Int32Array;
  /** Per pattern: another one of the same text. */
  samePattern: Int32Array;
}

/** Numbers the characters that occur in patterns, so that all others lead back to the root at once. */
function symbolsOf(patterns: readonly string[]) {
  const symbolOf = new Uint16Array(0x1_0000);
  let symbolCount = 0;
  for (const pattern of patterns) {
    for (let index = 0; index < pattern.length; index += 1) {
      const unit = pattern.charCodeAt(index);
      if (symbolOf[unit] !== NoSymbol) continue;
      symbolCount += 1;
      symbolOf[unit] = symbolCount;
    }
  }
  return { symbolOf, symbolCount };
}

function buildTrie(patterns: readonly string[], symbolOf: Uint16Array): GrowingTrie {
  const mostStates = patterns.reduce((total, { length }) => total + length, 1);
  const firstChild = new Int32Array(mostStates);
  const nextSibling = new Int32Array(mostStates);
  const symbolTo = new Uint16Array(mostStates);
  const ending = new Int32Array(mostStates).fill(NoPattern);
  const samePattern = new Int32Array(patterns.length).fill(NoPattern);
  const ofRoot = new Int32Array(0x1_0000);
  let stateCount = 1;
  for (const [number, pattern] of patterns.entries()) {
    if (pattern === '') continue;
    let state = Root;
    for (let index = 0; index < pattern.length; index += 1) {
      const symbol = symbolOf[pattern.charCodeAt(index)] ?? NoSymbol;
      let next = state === Root ? (ofRoot[symbol] ?? NoState) : (firstChild[state] ?? NoState);
      while (next !== NoState && symbolTo[next] !== symbol) next = nextSibling[next] ?? NoState;
      if (next === NoState) {
        next = stateCount;
        stateCount += 1;
        symbolTo[next] = symbol;
        nextSibling[next] = firstChild[state] ?? NoState;
        firstChild[state] = next;
        if (state === Root) ofRoot[symbol] = next;
      }
      state = next;
    }
    samePattern[number] = ending[state] ?? NoPattern;
    ending[state] = number;
  }
  return { stateCount, firstChild, nextSibling, symbolTo, ending, samePattern };
}

function inLevels({ stateCount, samePattern, ...grown }: GrowingTrie): LevelledTrie {
  const firstChild = new Int32Array(stateCount + 1);
  const symbolTo = new Uint16Array(stateCount);
  const ending = new Int32Array(stateCount);
  const earlier = new Int32Array(stateCount);
  let last = 1;
  for (let state = Root; state < stateCount; state += 1) {
    const before = earlier[state] ?? Root;
    symbolTo[state] = grown.symbolTo[before] ?? NoSymbol;
    ending[state] = grown.ending[before] ?? NoPattern;
    firstChild[state] = last;
    for (
      let child = grown.firstChild[before] ?? NoState;
      child !== NoState;
      child = grown.nextSibling[child] ?? NoState
    ) {
      earlier[last] = child;
      last += 1;
    }
  }
  firstChild[stateCount] = last;
  return { stateCount, firstChild, symbolTo, ending, samePattern };
}

/**
 * Per state: where to go on when no edge fits, and the nearest state, itself or shorter, at which a pattern ends.
 * The table has the answers of both for the states near the root. Level by level, as each builds on the one above.
 */
function linkFailures({ stateCount, firstChild, symbolTo, ending }: LevelledTrie, width: number) {
  const tableStates = Math.max(1, Math.min(stateCount, Math.floor(MostTableCells / width)));
  const table = new Int32Array(tableStates * width);
  const failure = new Int32Array(stateCount);
  const matched = new Int32Array(stateCount);
  const following = (from: number, symbol: number): number => {
    let state = from;
    while (state >= tableStates) {
      const next = childBy(firstChild, symbolTo, state, symbol);
      if (next !== NoState) return next;
      state = failure[state] ?? Root;
    }
    return table[state * width + symbol] ?? Root;
  };
  for (let state = Root; state < stateCount; state += 1) {
    const fallback = failure[state] ?? Root;
    const hasTable = state < tableStates;
    if (hasTable) table.copyWithin(state * width, fallback * width, (fallback + 1) * width);
    matched[state] = ending[state] === NoPattern ? (matched[fallback] ?? Root) : state;
    const end = firstChild[state + 1] ?? stateCount;
    for (let child = firstChild[state] ?? end; child < end; child += 1) {
      const symbol = symbolTo[child] ?? NoSymbol;
      failure[child] = state === Root ? Root : following(fallback, symbol);
      if (hasTable) table[state * width + symbol] = child;
    }
  }
  return { failure, matched, table, tableStates };
}

function childBy(firstChild: Int32Array, symbolTo: Uint16Array, state: number, symbol: number): number {
  const end = firstChild[state + 1] ?? 0;
  for (let child = firstChild[state] ?? end; child < end; child += 1) {
    if (symbolTo[child] === symbol) return child;
  }
  return NoState;
}
