import { ListExecutions } from '../../shared/contract/api/automation.ts';
import { GetInteraction } from '../../shared/contract/api/interactions.ts';
import { CreateRule, ListRuleFigures } from '../../shared/contract/api/rules.ts';
import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import { interactionIdOf } from '../../shared/core/interactions/captured-interaction.ts';
import { CallFailed, type Client } from '../demo/client.ts';
import { connectAccount } from '../demo/connect-account.ts';
import { inboxSize } from '../demo/conversation.ts';
import { until } from '../demo/progress.ts';
import { signIn } from '../demo/sign-in.ts';
import { World } from '../demo/world.ts';

const Page = 'Bean Bar';
/** Each has a rule of its own, as a rule answers at most 200 comments in an hour. */
const Drinks = ['latte', 'mocha', 'cortado', 'macchiato'];
const LargestLimits = { perHour: 200, perDay: 1_000, authorCooldownMinutes: 0 };

export interface Customer {
  commentId: string;
  interactionId: string;
}

/**
 * How a comment ended. `handed`: people were told that it may be answered already; `lost`: nobody answered and nobody
 * was told; `double` and `misrecorded`: people see another number of answers than one, or than the records say.
 */
export type Fate = 'waiting' | 'answered' | 'handed' | 'lost' | 'double' | 'misrecorded';

/** The customers of a page whose every comment is answered by a rule, and what becomes of their comments. */
export class Customers {
  readonly #client: Client;
  readonly #world: World;
  readonly #account: SocialAccount;
  readonly #postId: string;
  #comments = 0;

  private constructor(client: Client, world: World, account: SocialAccount, postId: string) {
    this.#client = client;
    this.#world = world;
    this.#account = account;
    this.#postId = postId;
  }

  static async of(url: string): Promise<Customers> {
    const client = await signIn(url);
    const world = new World(url);
    const account = await connectAccount(client, { provider: 'facebook', name: Page });
    await until('the older comments are in the inbox', async () => (await inboxSize(client)) > 0);
    for (const drink of Drinks) {
      await client.call(CreateRule, {
        body: {
          name: `Thank for the ${drink}`,
          enabled: true,
          conditions: [{ field: 'keyword', operator: 'contains', value: [drink] }],
          action: { type: 'reply_fixed', texts: [`Thank you! We love the ${drink}, too.`] },
          limits: LargestLimits,
          delaySeconds: 30,
        },
      });
    }
    const [post] = (await world.page(Page)).posts;
    if (!post) throw new Error(`${Page} has no post.`);
    return new Customers(client, world, account, post.id);
  }

  /** Somebody new writes a comment that a rule answers. */
  async comment(): Promise<Customer> {
    this.#comments += 1;
    const drink = Drinks[this.#comments % Drinks.length];
    const text = `Your ${drink} is wonderful, thank you!`;
    const commentId = await this.#world.comment(this.#postId, `Customer ${this.#comments}`, text);
    const { provider, accountId } = this.#account;
    return { commentId, interactionId: interactionIdOf({ provider, accountId, externalId: commentId }) };
  }

  /** How many answers the figures of the rules count. */
  async countedAnswers(): Promise<number> {
    const { items } = await this.#client.call(ListRuleFigures);
    return items.reduce((sum, { succeeded }) => sum + succeeded, 0);
  }

  /** Judged by what people see on the platform, and then by what Earshot says about it. */
  async fateOf(customer: Customer): Promise<Fate> {
    try {
      return await this.#lookAt(customer);
    } catch (error) {
      // A look that takes too long on a busy machine is made again.
      if (error instanceof DOMException && error.name === 'TimeoutError') return 'waiting';
      throw error;
    }
  }

  async #lookAt({ commentId, interactionId }: Customer): Promise<Fate> {
    const { replies } = await this.#world.commentWithReplies(commentId);
    const shown = replies.filter(({ author }) => author.name === Page).length;
    if (shown > 1) return 'double';
    const found = await this.#client
      .call(GetInteraction, { params: { interactionId } })
      .catch((error: unknown) => unlessMissing(error));
    if (!found || found.status === 'reply_scheduled') return 'waiting';
    if (found.manualReason?.code === 'may_be_answered') return 'handed';
    const { items } = await this.#client.call(ListExecutions, { query: { interactionId } });
    const recorded = items.filter(({ outcome }) => outcome === 'replied').length;
    const isAnswered = found.status === 'replied';
    if (shown === 1) return isAnswered && recorded === 1 ? 'answered' : 'misrecorded';
    return isAnswered || recorded > 0 ? 'misrecorded' : 'lost';
  }
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof CallFailed && error.status === 404) return undefined;
  throw error;
}
