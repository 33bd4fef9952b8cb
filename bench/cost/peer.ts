import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { interactionIdOf } from '../../shared/core/interactions/captured-interaction.ts';
import { summaryOf } from '../../shared/core/interactions/interaction-summary.ts';
import { analysisModel } from '../../shared/infra/bedrock/analysis-model.ts';
import { anInteraction } from '../../test/support/conversation-builders.ts';
import type { Day } from './day.ts';
import { LambdaMeter } from './lambda-meter.ts';
import { Ledger } from './ledger.ts';
import { MemoryDynamo } from './memory-dynamo.ts';
import { type ModelAnswers, ModelMeter } from './model-meter.ts';
import { QueueMeter } from './queue-meter.ts';
import { TableName } from './stores.ts';

const StepsOfEvery = ['analysis', 'safety', 'decision'];
const StepsOfAnswered = ['scheduled', 'posting', 'replied'];

/**
 * The peer: a straightforward pipeline that stores a comment when it arrives, asks the model about it, and updates the item
 * after each step, on the same table with the same index for the inbox; the item is the same, as plain attributes. It sees
 * each comment once, and has neither live updates nor figures nor limits: all of that would come on top.
 */
export class PlainPipeline {
  readonly ledger = new Ledger();
  readonly queues = new QueueMeter();
  readonly lambda = new LambdaMeter();
  readonly model: ModelMeter;
  #dynamo = new MemoryDynamo(this.ledger);

  constructor(answers: ModelAnswers) {
    this.model = new ModelMeter(answers);
  }

  async run({ comments }: Day, answeredShare: number): Promise<void> {
    const model = analysisModel(this.model.client, 'model');
    const stride = Math.max(1, Math.round(1 / answeredShare));
    const usual = anInteraction();
    for (const [index, { organization, captured }] of comments.entries()) {
      // Nothing is read again once a comment is done.
      this.#dynamo = new MemoryDynamo(this.ledger);
      const { organizationId } = organization.context;
      const interaction = { ...usual, ...captured, interactionId: interactionIdOf(captured) };
      const key = { pk: `ORG#${organizationId}#INT`, sk: interaction.interactionId };
      const inbox = { inboxPk: `ORG#${organizationId}#INBOX`, inboxSk: `${captured.commentedAt}#${key.sk}` };
      const item = { type: 'Interaction', ...interaction, summary: summaryOf(interaction) };
      this.queues.consumed([captured]);
      this.#send(new PutCommand({ TableName, Item: { ...item, ...key, ...inbox } }));
      const before = this.model.outputTokens;
      await model.ask([{ id: 'c1', text: captured.text }], organization.context);
      const steps = index % stride === 0 ? [...StepsOfEvery, ...StepsOfAnswered] : StepsOfEvery;
      for (const step of steps) this.#update(key, step);
      const outputToken = this.model.outputTokens - before;
      this.lambda.invoked({ tableRequest: 1 + StepsOfEvery.length, modelCall: 1, outputToken });
      if (index % stride === 0) this.#answered(organizationId, key.sk, item);
    }
  }

  #answered(organizationId: string, sk: string, item: object): void {
    this.queues.consumed([{ organizationId, interactionId: sk }]);
    const Item = { ...item, type: 'Execution', pk: `ORG#${organizationId}#EXEC`, sk };
    this.#send(new PutCommand({ TableName, Item }));
    this.lambda.invoked({ tableRequest: 1 + StepsOfAnswered.length, platformCall: 1 });
  }

  #update(Key: { pk: string; sk: string }, step: string): void {
    this.#send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'SET #step = :done, #status = :step, #summary.#status = :step',
        ExpressionAttributeNames: { '#step': `${step}Done`, '#status': 'status', '#summary': 'summary' },
        ExpressionAttributeValues: { ':done': true, ':step': step },
      }),
    );
  }

  #send(command: object): void {
    this.#dynamo.answer(command);
  }
}
