import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { sendMessages } from '../../../shared/infra/sqs/queue.ts';

/** The characters that SQS takes, as its documentation lists them, without those above the basic plane. */
const Acceptable = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd]*$/;

describe('sendMessages', () => {
  it('CM-11 sends every text that strangers write in characters that a queue takes', async () => {
    const sqs = mockClient(SQSClient);
    sqs.on(SendMessageBatchCommand).resolves({});
    const body = { text: 'Olá 😍 \ud83d cut \uffff \u0000 "quoted" \\ugly' };
    await sendMessages(new SQSClient({}), 'https://queue.example', [{ body, delaySeconds: 5 }]);
    const input = sqs.commandCalls(SendMessageBatchCommand)[0]?.args[0].input;
    const sent = input?.Entries?.[0]?.MessageBody ?? '';
    expect(sent).toMatch(Acceptable);
    expect(JSON.parse(sent)).toEqual(body);
  });
});
