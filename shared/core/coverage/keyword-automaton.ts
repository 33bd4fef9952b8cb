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
  const { step, stateCount, ...trie } = buildTrie(patterns);
  const { failure, output } = linkFailures({ step, stateCount, ...trie });
  const { symbolOf, ending, samePattern } = trie;
  return (text) => {
    const found: Occurrence[] = [];
    let state = Root;
    for (let index = 0; index < text.length; index += 1) {
      const symbol = symbolOf[text.charCodeAt(index)] ?? NoSymbol;
      state = symbol === NoSymbol ? Root : following(step, failure, state, symbol);
      const first = ending[state] === NoPattern ? (output[state] ?? Root) : state;
      for (let at = first; at !== Root; at = output[at] ?? Root) {
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
const NoState = 0;
const NoPattern = -1;
/** Of characters that occur in no pattern. */
const NoSymbol = 0;

/** The state behind an edge, or `NoState`: no edge leads to the root. */
type Step = (state: number, symbol: number) => number;

interface Trie {
  step: Step;
  stateCount: number;
  /** UTF-16 code unit → symbol. */
  symbolOf: Uint16Array;
  /** Per state: where it hangs, by which symbol, and how deep. */
  parent: Int32Array;
  symbolTo: Uint16Array;
  depth: Int32Array;
  /** Per state: a pattern that ends there. */
  ending: Int32Array;
  /** Per pattern: another one of the same text. */
  samePattern: Int32Array;
}

function buildTrie(patterns: readonly string[]): Trie {
  const mostStates = patterns.reduce((total, { length }) => total + length, 1);
  const symbolOf = symbolsOf(patterns);
  const edges = edgeTable(mostStates);
  const parent = new Int32Array(mostStates);
  const symbolTo = new Uint16Array(mostStates);
  const depth = new Int32Array(mostStates);
  const ending = new Int32Array(mostStates).fill(NoPattern);
  const samePattern = new Int32Array(patterns.length).fill(NoPattern);
  let stateCount = 1;
  for (const [number, pattern] of patterns.entries()) {
    if (pattern === '') continue;
    let state = Root;
    for (let index = 0; index < pattern.length; index += 1) {
      const symbol = symbolOf[pattern.charCodeAt(index)] ?? NoSymbol;
      let next = edges.step(state, symbol);
      if (next === NoState) {
        next = stateCount;
        stateCount += 1;
        edges.add(state, symbol, next);
        parent[next] = state;
        symbolTo[next] = symbol;
        depth[next] = index + 1;
      }
      state = next;
    }
    samePattern[number] = ending[state] ?? NoPattern;
    ending[state] = number;
  }
  return { step: edges.step, stateCount, symbolOf, parent, symbolTo, depth, ending, samePattern };
}

/** Numbers the characters that occur in patterns, so that all others lead back to the root at once. */
function symbolsOf(patterns: readonly string[]): Uint16Array {
  const symbolOf = new Uint16Array(0x1_0000);
  let last = NoSymbol;
  for (const pattern of patterns) {
    for (let index = 0; index < pattern.length; index += 1) {
      const unit = pattern.charCodeAt(index);
      if (symbolOf[unit] !== NoSymbol) continue;
      last += 1;
      symbolOf[unit] = last;
    }
  }
  return symbolOf;
}

/**
 * Edges: those of the root, where most steps begin, in a list; every other state's first beside the state, as most have
 * one alone; all others in a hash table of open addressing.
 */
function edgeTable(mostStates: number): { step: Step; add(from: number, symbol: number, to: number): void } {
  const ofRoot = new Int32Array(0x1_0000);
  const firstSymbol = new Uint16Array(mostStates);
  const firstNext = new Int32Array(mostStates);
  const branches = new Uint8Array(mostStates);
  const further = edgeHash(mostStates);
  return {
    step(state, symbol) {
      if (state === Root) return ofRoot[symbol] ?? NoState;
      if (firstSymbol[state] === symbol) return firstNext[state] ?? NoState;
      return branches[state] === 0 ? NoState : further.step(state, symbol);
    },
    add(state, symbol, next) {
      if (state === Root) ofRoot[symbol] = next;
      else if (firstSymbol[state] === NoSymbol) {
        firstSymbol[state] = symbol;
        firstNext[state] = next;
      } else {
        branches[state] = 1;
        further.add(state, symbol, next);
      }
    },
  };
}

function edgeHash(mostEdges: number): ReturnType<typeof edgeTable> {
  const size = 2 ** Math.ceil(Math.log2(mostEdges * 2 + 1));
  const from = new Int32Array(size).fill(-1);
  const by = new Uint16Array(size);
  const to = new Int32Array(size);
  const slotOf = (state: number, symbol: number): number => {
    let slot = (Math.imul(state, 0x9e37_79b1) ^ Math.imul(symbol, 0x85eb_ca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (size - 1);
    while (from[slot] !== -1 && (from[slot] !== state || by[slot] !== symbol)) slot = (slot + 1) & (size - 1);
    return slot;
  };
  return {
    step: (state, symbol) => to[slotOf(state, symbol)] ?? NoState,
    add(state, symbol, next) {
      const slot = slotOf(state, symbol);
      from[slot] = state;
      by[slot] = symbol;
      to[slot] = next;
    },
  };
}

/** Per state: where to go on when no edge fits, and the nearest shorter state at which a pattern ends. */
function linkFailures({
  step,
  stateCount,
  parent,
  symbolTo,
  depth,
  ending,
}: Omit<Trie, 'symbolOf' | 'samePattern'>) {
  const failure = new Int32Array(stateCount);
  const output = new Int32Array(stateCount);
  for (const state of byDepth(depth, stateCount)) {
    const above = parent[state] ?? Root;
    const target =
      above === Root ? Root : following(step, failure, failure[above] ?? Root, symbolTo[state] ?? NoSymbol);
    failure[state] = target;
    output[state] = ending[target] === NoPattern ? (output[target] ?? Root) : target;
  }
  return { failure, output };
}

/** All states but the root, the shallow ones first, by counting. */
function byDepth(depth: Int32Array, stateCount: number): Int32Array {
  const deepest = depth.reduce((most, value) => Math.max(most, value), 0);
  const starts = new Int32Array(deepest + 2);
  for (let state = 1; state < stateCount; state += 1) {
    const after = (depth[state] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let level = 1; level < starts.length; level += 1) {
    starts[level] = (starts[level] ?? 0) + (starts[level - 1] ?? 0);
  }
  const ordered = new Int32Array(stateCount - 1);
  for (let state = 1; state < stateCount; state += 1) {
    const level = depth[state] ?? 0;
    const position = starts[level] ?? 0;
    ordered[position] = state;
    starts[level] = position + 1;
  }
  return ordered;
}

function following(step: Step, failure: Int32Array, from: number, symbol: number): number {
  let state = from;
  while (true) {
    const next = step(state, symbol);
    if (next !== NoState || state === Root) return next;
    state = failure[state] ?? Root;
  }
}
