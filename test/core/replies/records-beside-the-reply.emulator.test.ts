import { describe, expect, it } from 'vitest';
import { executionOfBlock } from '../../../shared/core/replies/execution-record.ts';
import { eachWithConversation } from '../../support/each-with-conversation.ts';

describe('records beside the interaction', () => {
  const conversation = eachWithConversation();
  const Medical = 'I am allergic to nuts. Can I drink it?';

  it('AR-14 makes up for the record of a blocked comment when its message comes again, once', async () => {
    const bar = conversation();
    const { interactions } = bar.deps;
    const create = interactions.create;
    interactions.create = (context, { recordedBehind: _lost, ...write }) => create(context, write);
    const interactionId = await bar.hear({ externalId: 'a', text: Medical });
    interactions.create = create;
    expect(await bar.executions()).toEqual([]);
    await bar.hear({ externalId: 'a', text: Medical });
    const [record, ...others] = await bar.executions();
    expect(record).toMatchObject({ interactionId, outcome: 'blocked', blockedBy: 'safety:medical' });
    expect(others).toEqual([]);
    await bar.hear({ externalId: 'a', text: Medical });
    expect(await bar.executions()).toEqual([record]);
  });

  it('AR-14 gives a record that is made up for every part that the first one would have had', async () => {
    const bar = conversation();
    await bar.hear({ externalId: 'a', text: Medical });
    const [written] = await bar.executions();
    const interaction = await bar.interaction(written?.interactionId ?? '');
    expect(executionOfBlock(interaction)).toEqual(written);
  });

  it('AR-12 AR-14 ends a reply with the record that went ahead when a worker died before the end', async () => {
    const bar = conversation();
    const { interactions } = bar.deps;
    const interactionId = await bar.hear();
    bar.clock.advance({ seconds: 120 });
    const save = interactions.save;
    interactions.save = (context, write) => {
      if (!write.recordedAhead) return save(context, write);
      return interactions.ensureRecorded(context, write.recordedAhead).then(() => {
        throw new Error('died');
      });
    };
    await expect(bar.send(interactionId)).rejects.toThrow('died');
    interactions.save = save;
    expect(await bar.executions()).toMatchObject([{ outcome: 'replied', reason: 'posted' }]);
    expect(await bar.interaction(interactionId)).toMatchObject({ status: 'reply_scheduled' });
    bar.clock.advance({ minutes: 11 });
    expect(await bar.send(interactionId)).toBe('replied');
    expect(await bar.executions()).toMatchObject([{ interactionId, outcome: 'replied', reason: 'posted' }]);
    expect(bar.platform.allReplies).toHaveLength(1);
  });
});
