import { dollarsPerMillion, perComment } from './cost/costs.ts';
import { compareWithEmbedded } from './cost/embedded-check.ts';
import { checkKnownAnswers } from './cost/known-answers.ts';
import { Ledger } from './cost/ledger.ts';
import { MemoryDynamo } from './cost/memory-dynamo.ts';
import { PlainPipeline } from './cost/peer.ts';
import type { Pipeline } from './cost/pipeline.ts';
import { printComparison, printModelCalls, printSplit } from './cost/report.ts';
import { simulateDay } from './cost/simulation.ts';

/**
 * What a comment costs: a day of comments goes through the shipped code on a table in memory that counts units as
 * DynamoDB does, and through a straightforward pipeline beside it. `npm run bench cost [comments]`.
 */
const Comments = Number(process.argv[2] ?? 100_000);
const Sample = { comments: 120, share: 0.01 };

console.log(`The meter gives ${checkKnownAnswers()} known answers.`);
const { requests, differences } = await compareWithEmbedded(async (client) => {
  await simulateDay({ client, ledger: new Ledger(), ...Sample });
});
console.log(`The embedded database agrees on ${requests - differences.length} of ${requests} requests.`);
if (differences.length > 0) throw new Error(`It counts otherwise: ${differences.slice(0, 5).join('; ')}.`);

const ledger = new Ledger();
let running: Pipeline | undefined;
const dynamo = new MemoryDynamo(ledger, (change) => running?.stream.changed(change));
const began = (pipeline: Pipeline) => {
  running = pipeline;
};
const { pipeline, day, answered } = await simulateDay({
  client: dynamo.client,
  ledger,
  comments: Comments,
  share: Math.min(1, Comments / 100_000),
  began,
});
const plain = new PlainPipeline(pipeline.model.answers);
await plain.run(day, answered / Comments);

const { queues, lambda, model } = pipeline;
const ours = perComment({ ledger, queues, lambda, model }, Comments);
const peer = perComment(plain, Comments);
console.log(`${Comments} comments, ${answered} answered.`);
printSplit(ledger, Comments);
printComparison(ours, peer);
printModelCalls(pipeline);

const rounded = (value: number) => Math.round(value * 100) / 100;
const dollars = dollarsPerMillion(ours);
console.log(
  JSON.stringify({
    name: 'cost',
    comments: Comments,
    answered,
    ours: rounded(ours.writeUnits),
    peer: rounded(peer.writeUnits),
    ratio: rounded(ours.writeUnits / peer.writeUnits),
    writeUnitsPerComment: rounded(ours.writeUnits),
    dollarsPerMillion: rounded(dollars.total),
    dollarsPerMillionWithoutModel: rounded(dollars.withoutModel),
    peerDollarsPerMillion: rounded(dollarsPerMillion(peer).total),
    modelCallsAvoided: rounded(1 - model.calls / Comments),
  }),
);
