import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';

/** What a comment's item holds in both pipelines. */
export type CommentItem = Record<string, unknown>;

const StepsOfEvery = ['analysis', 'safety', 'decision'];
const StepsOfAnswered = ['scheduled', 'posting', 'replied'];

/**
 * The peer: a straightforward pipeline that stores a comment when it arrives and updates it after each step,
 * on the same table, with the same item and the same inbox index, but without live updates and figures.
 */
export async function runPlainPipeline(
  endpoint: string,
  tableName: string,
  item: CommentItem,
  comments: number,
  answered: number,
): Promise<void> {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    }),
  );
  const update = (sk: string, step: string) =>
    client.send(
      new UpdateCommand({
        TableName: tableName,
        Key: { pk: 'ORG#peer#INT#0', sk },
        UpdateExpression: 'SET #step = :done, #status = :step',
        ExpressionAttributeNames: { '#step': step, '#status': 'status' },
        ExpressionAttributeValues: { ':done': true, ':step': step },
      }),
    );
  for (let index = 0; index < comments; index += 1) {
    const sk = `peer_${index}`;
    const keys = { pk: 'ORG#peer#INT#0', sk, inboxPk: 'ORG#peer#INBOX', inboxSk: `2026-11-20#${sk}` };
    await client.send(new PutCommand({ TableName: tableName, Item: { ...item, ...keys } }));
    for (const step of StepsOfEvery) await update(sk, step);
    if (index >= answered) continue;
    for (const step of StepsOfAnswered) await update(sk, step);
    const execution = { ...item, pk: 'ORG#peer#EXEC', sk };
    await client.send(new PutCommand({ TableName: tableName, Item: execution }));
  }
}
