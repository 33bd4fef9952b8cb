import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge, inFinding } from '../acknowledge.ts';
import type { StageConfig } from '../config.ts';
import type { Capability } from './app-function.ts';

/** `eu.`, `us.`, `global.` …: an inference profile that routes to the model in several regions. */
const ProfilePrefix = /^(?:[a-z]{2,3}(?:-gov)?|apac|global)\.(?=[a-z0-9-]+\.)/;

/** The language model on Bedrock that reads comments and writes replies. */
export class Model extends Construct {
  readonly #id: string;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    this.#id = config.modelId;
  }

  /** Knows which model it would be, without any permission: its name tells what it costs. */
  readonly know: Capability = (fn) => fn.know('MODEL_ID', this.#id);

  readonly ask: Capability = (fn) => {
    const { partition, region, account } = Stack.of(this);
    const actions = ['bedrock:InvokeModel'];
    this.know(fn);
    if (!ProfilePrefix.test(this.#id)) {
      const model = `arn:${partition}:bedrock:${region}::foundation-model/${this.#id}`;
      fn.allow(new PolicyStatement({ actions, resources: [model] }));
      return;
    }
    const profile = `arn:${partition}:bedrock:${region}:${account}:inference-profile/${this.#id}`;
    const model = `arn:${partition}:bedrock:*::foundation-model/${this.#id.replace(ProfilePrefix, '')}`;
    fn.allow(new PolicyStatement({ actions, resources: [profile] }));
    fn.allow(
      new PolicyStatement({
        actions,
        resources: [model],
        conditions: { StringEquals: { 'bedrock:InferenceProfileArn': profile } },
      }),
    );
    acknowledge(fn, {
      [`AwsSolutions-IAM5[Resource::${inFinding(fn, model)}]`]:
        'The profile chooses the region; the statement holds for calls through this profile only.',
    });
  };
}
