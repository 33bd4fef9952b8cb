import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { describe, expect, it } from 'vitest';
import { startBedrock } from '../../../local/services/bedrock.ts';
import { mergeModel } from '../../../shared/infra/bedrock/merge-model.ts';
import { freshOptions, serve } from '../../local/services/service-client.ts';
import { aContext } from '../../support/contexts.ts';

describe('mergeModel', () => {
  it('PM-31 asks for a choice between two descriptions, in a schema', async () => {
    const { config } = await serve(startBedrock(freshOptions()));
    const client = new BedrockRuntimeClient({ ...config, requestHandler: new NodeHttpHandler() });
    const existing = {
      title: 'Kaffee Magazin',
      type: 'online' as const,
      language: 'de',
      country: 'DE',
      websiteUrl: null,
    };
    const directory = { ...existing, type: 'magazine' as const, language: null };
    const answer = await mergeModel(client, 'eu.anthropic.claude-haiku-4-5-20251001-v1:0').ask(
      { existing, directory },
      aContext(),
    );

    expect(answer).toMatchObject({
      kind: 'answer',
      input: { ...existing, type: 'magazine', reason: expect.stringContaining('type') },
      usage: { inputTokens: expect.any(Number) },
    });
  });
});
