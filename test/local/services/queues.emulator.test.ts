import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { startFauxqsProcess } from '../../../local/services/fauxqs-process.ts';
import { startQueues } from '../../../local/services/queues.ts';
import type { ServiceOptions } from '../../../local/services/service-options.ts';
import { freshOptions, serve } from './service-client.ts';

const arnOf = (name: string) => `arn:aws:sqs:eu-central-1:000000000000:${name}`;
const repliesProperties = {
  QueueName: 'replies',
  VisibilityTimeout: 1,
  MessageRetentionPeriod: 1_209_600,
  RedrivePolicy: { deadLetterTargetArn: arnOf('replies-dead'), maxReceiveCount: 1 },
};

async function queues(options: ServiceOptions = freshOptions()) {
  const fauxqs = await startFauxqsProcess(options);
  const service = { ...startQueues(fauxqs, options), close: fauxqs.close };
  const dead = await service.createQueue({ QueueName: 'replies-dead', KmsMasterKeyId: 'ignored' });
  const replies = await service.createQueue(repliesProperties);
  const { config, needed } = await serve(service);
  const client = new SQSClient({ ...config, useQueueUrlAsEndpoint: false });
  const receive = async (QueueUrl: string, WaitTimeSeconds = 5) => {
    const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds }));
    return Messages.map((message) => message.Body);
  };
  return { client, needed, dead, replies, receive, fauxqs, service };
}

describe('SQS of the local cloud', () => {
  it('ST-02 creates queues with the properties of the template under addresses that never change', async () => {
    const { client, replies } = await queues();

    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({
        QueueUrl: replies.url,
        AttributeNames: ['VisibilityTimeout', 'RedrivePolicy'],
      }),
    );

    expect(replies).toEqual({
      name: 'replies',
      url: 'http://sqs.eu-central-1.localhost/000000000000/replies',
      arn: arnOf('replies'),
    });
    expect(Attributes).toEqual({
      VisibilityTimeout: '1',
      RedrivePolicy: JSON.stringify(repliesProperties.RedrivePolicy),
    });
  });

  it('ST-02 moves a message that failed too often to its dead-letter queue', async () => {
    const { client, replies, dead, receive } = await queues();
    await client.send(new SendMessageCommand({ QueueUrl: replies.url, MessageBody: 'poison' }));

    expect(await receive(replies.url)).toEqual(['poison']);
    expect(await receive(replies.url, 2)).toEqual([]);
    expect(await receive(dead.url)).toEqual(['poison']);
  });

  it('ST-02 keeps delayed messages over a restart and takes changed properties', async () => {
    const options = freshOptions();
    const first = await queues(options);
    await first.client.send(
      new SendMessageCommand({ QueueUrl: first.replies.url, MessageBody: 'later', DelaySeconds: 2 }),
    );
    await first.fauxqs.close();

    const second = await queues(options);
    const changed = await second.service.createQueue({ ...repliesProperties, VisibilityTimeout: 60 });

    expect(changed).toEqual(first.replies);
    expect(await second.receive(changed.url)).toEqual(['later']);
  });

  it('ST-05 asks for the permission of the entries where a batch is sent', async () => {
    const { client, needed, replies } = await queues();
    const Entries = [{ Id: '1', MessageBody: 'hello' }];
    await client.send(new SendMessageBatchCommand({ QueueUrl: replies.url, Entries }));

    expect(needed).toEqual([{ action: 'sqs:SendMessage', resources: [arnOf('replies')] }]);
  });
});
