import { dollarsPerMillion, type PerComment } from './costs.ts';
import type { Ledger } from './ledger.ts';
import type { Pipeline } from './pipeline.ts';
import { Prices } from './prices.ts';

const Width = 38;
const number = (value: number, digits: number) => value.toFixed(digits).padStart(12);

/** The write units of a comment by kind of item. */
export function printSplit(ledger: Ledger, comments: number): void {
  console.log(`\n${'Write units per comment'.padEnd(Width)}      writes       table     indexes`);
  const rows = [...ledger.writes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [kind, { requests, table, indexes }] of rows) {
    const columns = [requests, table, indexes].map((amount) => number(amount / comments, 3));
    console.log(`${kind.padEnd(Width)}${columns.join('')}`);
  }
}

/** Both pipelines side by side. */
export function printComparison(ours: PerComment, peer: PerComment): void {
  console.log(`\n${'Per comment'.padEnd(Width)}        ours        peer`);
  for (const [name, value] of Object.entries(ours)) {
    console.log(
      `${wordsOf(name).padEnd(Width)}${number(value, 2)}${number(peer[name as keyof PerComment], 2)}`,
    );
  }
  console.log(
    'Lambda milliseconds are a proxy: what an invocation waits for, at usual latencies, one after another.',
  );
  console.log('Tokens are estimated from the length of the real prompts and answers.');
  console.log(`\n${'Dollars per million comments'.padEnd(Width)}        ours        peer`);
  const [our, other] = [dollarsPerMillion(ours), dollarsPerMillion(peer)];
  for (const [name, value] of Object.entries(our)) {
    console.log(
      `${wordsOf(name).padEnd(Width)}${number(value, 2)}${number(other[name as keyof typeof other], 2)}`,
    );
  }
  console.log(`Prices of ${Prices.region}, ${Prices.asOf}: see bench/cost/prices.ts.`);
}

/** Why the model was not called for some comments, and how many shared a call. */
export function printModelCalls({ analyses, model }: Pipeline): void {
  const total = [...analyses.values()].reduce((sum, count) => sum + count, 0);
  const share = (count: number) => `${((100 * count) / total).toFixed(1)} %`;
  console.log(`\nTexts that the model could have been asked about: ${total}`);
  for (const [reason, count] of analyses) {
    console.log(`  ${reason === 'asked' ? 'asked' : `not asked: ${reason}`}: ${share(count)}`);
  }
  console.log(`  calls: ${model.calls}, avoided ${share(total - model.calls)}`);
}

function wordsOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
